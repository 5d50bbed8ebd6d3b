"""Signs the empty signature fields of a PDF with pyHanko, and judges signatures. Nothing here asks the network.

probe                                     exit 0 where pyHanko can be loaded
certify FOLDER                            makes a root and a signer, valid whatever the clock says, and the NSS database
                                          in which pdfsig finds the root as trusted
fill FOLDER IN OUT FIELD=PICTURE...       signs one field after the other, each as an update of its own; no other field is
                                          added. The look of each is its picture, without any text.
own FOLDER IN OUT                         signs in a visible field of its own
certified FOLDER IN OUT FIELD             signs as author: what may be changed afterwards is laid down (DocMDP)
archive FOLDER IN OUT FIELD               signs with SHA-512 as PAdES, keeps the certificates, and stamps the time of all that
tamper IN OUT KIND                        appends an update that no signature accounts for: page, contents, annotation,
                                          catalog or font
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
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils import generic, images
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

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
    signer, data = load(folder), read(source)
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


def load(folder):
    return signers.SimpleSigner.load(
        f"{folder}/key.pem", f"{folder}/signer.pem", ca_chain_files=[f"{folder}/root.pem"])


def sign(folder, data, own=None, **asked):
    out = io.BytesIO()
    metadata = signers.PdfSignatureMetadata(**{"md_algorithm": "sha256", **asked})
    signers.PdfSigner(metadata, load(folder), new_field_spec=own).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)), output=out)
    return out.getvalue()


def own(folder, source, target):
    field = SigFieldSpec("Own", on_page=0, box=(300, 700, 400, 760))
    write(".", target, sign(folder, read(source), own=field, field_name="Own"))


def certified(folder, source, target, field):
    write(".", target, sign(folder, read(source), field_name=field, certify=True,
                            docmdp_permissions=MDPPerm.FILL_FORMS))


def archive(folder, source, target, field):
    signed = sign(folder, read(source), field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha512")
    kept = io.BytesIO(signed)
    DocumentSecurityStore.add_dss(kept, None, certs=[load_cert_from_pemder(f"{folder}/root.pem")])
    clock = DummyTimeStamper(
        tsa_cert=load_cert_from_pemder(f"{folder}/signer.pem"),
        tsa_key=load_private_key_from_pemder(f"{folder}/key.pem", None), certs_to_embed=SimpleCertificateStore())
    stamped = signers.PdfTimeStamper(clock).timestamp_pdf(IncrementalPdfFileWriter(kept), "sha256")
    write(".", target, stamped.getvalue())


def tamper(source, target, kind):
    writer = IncrementalPdfFileWriter(io.BytesIO(read(source)))
    page_ref = writer.root["/Pages"].raw_get("/Kids")[0]
    page = page_ref.get_object()
    blank = generic.StreamObject(stream_data=b"q Q")
    if kind == "page":
        writer.root["/Pages"]["/Kids"][0] = writer.add_object(generic.DictionaryObject({
            **page, generic.NameObject("/Contents"): writer.add_object(blank)}))
        writer.update_container(writer.root["/Pages"])
    elif kind == "contents":
        page["/Contents"] = writer.add_object(blank)
        writer.update_container(page)
    elif kind == "annotation":
        stamp = generic.DictionaryObject({
            generic.NameObject("/Type"): generic.NameObject("/Annot"),
            generic.NameObject("/Subtype"): generic.NameObject("/Square"),
            generic.NameObject("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 700)))})
        page["/Annots"] = generic.ArrayObject([writer.add_object(stamp)])
        writer.update_container(page)
    elif kind == "catalog":
        writer.root["/Lang"] = generic.TextStringObject("en")
        writer.update_root()
    elif kind == "font":
        font = page["/Resources"]["/Font"].raw_get("/R").get_object()
        font["/ToUnicode"] = writer.add_object(blank)
        writer.update_container(font)
    with open(target, "wb") as file:
        writer.write(file)


def read(name):
    with open(name, "rb") as file:
        return file.read()


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
    elif command in COMMANDS:
        return COMMANDS[command](*rest) is not False
    return True


COMMANDS = {"own": own, "certified": certified, "archive": archive, "tamper": tamper, "verify": verify}

if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
