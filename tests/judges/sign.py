"""Signs the empty signature fields of a PDF with pyHanko, and judges signatures. Nothing here asks the network.

probe                                     exit 0 where pyHanko can be loaded
certify FOLDER                            makes a root and a signer, valid whatever the clock says, and the NSS database
                                          in which pdfsig finds the root as trusted
fill FOLDER IN OUT FIELD=PICTURE...       signs one field after the other, each as an update of its own; no other field is
                                          added. The look of each is its picture, without any text.
verify FOLDER FILE                        prints a line a signature; exit 1 where one is not sound and trusted
"""

import datetime
import io
import os
import subprocess
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils import images
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

BEGIN, END = datetime.datetime(2000, 1, 1), datetime.datetime(2049, 1, 1)


def certify(folder):
    os.makedirs(folder)
    root_key, key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    usage = dict.fromkeys(
        ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
         "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"), False)
    root = certificate("vanban test root", root_key, "vanban test root", root_key, [
        (x509.BasicConstraints(True, None), True),
        (x509.KeyUsage(**{**usage, "key_cert_sign": True, "crl_sign": True}), True)])
    signer = certificate("vanban test signer", key, "vanban test root", root_key, [
        (x509.BasicConstraints(False, None), True),
        (x509.KeyUsage(**{**usage, "digital_signature": True, "content_commitment": True}), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False)])
    pem = serialization.Encoding.PEM
    write(folder, "root.pem", root.public_bytes(pem))
    write(folder, "signer.pem", signer.public_bytes(pem))
    write(folder, "key.pem",
          key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    certutil = ["certutil", "-d", f"sql:{folder}"]
    subprocess.run([*certutil, "-N", "--empty-password"], check=True)
    subprocess.run([*certutil, "-A", "-n", "root", "-t", "CT,C,C", "-i", f"{folder}/root.pem"], check=True)


def certificate(subject, key, issuer, issuer_key, extensions):
    def named(text):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    builder = (x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named(issuer))
               .public_key(key.public_key()).serial_number(x509.random_serial_number())
               .not_valid_before(BEGIN).not_valid_after(END))
    for extension, critical in [
            (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
            (x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False), *extensions]:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def fill(folder, source, target, *places):
    signer = signers.SimpleSigner.load(
        f"{folder}/key.pem", f"{folder}/signer.pem", ca_chain_files=[f"{folder}/root.pem"])
    with open(source, "rb") as file:
        data = file.read()
    for place in places:
        field, picture = place.split("=", 1)
        style = StaticStampStyle(background=images.PdfImage(Image.open(picture)), background_opacity=1.0, border_width=0)
        metadata = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
        out = io.BytesIO()
        signers.PdfSigner(metadata, signer, stamp_style=style).sign_pdf(
            IncrementalPdfFileWriter(io.BytesIO(data)), existing_fields_only=True, output=out)
        data = out.getvalue()
    with open(target, "wb") as file:
        file.write(data)


def verify(folder, source):
    context = ValidationContext(trust_roots=[load_cert_from_pemder(f"{folder}/root.pem")], allow_fetching=False)
    good = True
    with open(source, "rb") as file:
        for signature in PdfFileReader(file).embedded_signatures:
            status = validate_pdf_signature(signature, context)
            good &= status.bottom_line
            print(f"{signature.field_name}: {'sound' if status.bottom_line else 'NOT SOUND'}, {status.summary()}")
    return good


def main(command, *rest):
    if command == "certify":
        certify(*rest)
    elif command == "fill":
        fill(*rest)
    elif command == "verify":
        return verify(*rest)
    return True


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
