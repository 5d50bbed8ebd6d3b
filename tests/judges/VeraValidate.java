import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files with veraPDF, all in one Java process, since its start costs more than a file.
 *
 * <p>Usage: {@code VeraValidate FLAVOUR FILE...}; flavour {@code 0} takes what each file claims to be. Prints one line
 * a file and, below it, each rule that it breaks with the first place. Exit 1 where a file does not comply.
 */
public final class VeraValidate {
  private VeraValidate() {}

  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (int i = 1; i < arguments.length; i++) {
      good &= judge(arguments[i], PDFAFlavour.byFlavourId(arguments[0]));
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean judge(String file, PDFAFlavour asked) {
    try (InputStream in = new BufferedInputStream(new FileInputStream(file));
        PDFAParser parser = open(in, asked)) {
      PDFAFlavour flavour = asked == PDFAFlavour.NO_FLAVOUR ? parser.getFlavour() : asked;
      try (PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        System.out.println(file + ": " + flavour.getId()
            + (result.isCompliant() ? " compliant, " : " NOT COMPLIANT, ") + result.getTotalAssertions() + " checks");
        if (!result.isCompliant()) {
          printFailures(result);
        }
        return result.isCompliant();
      }
    } catch (Exception fault) {
      System.out.println(file + ": COULD NOT BE READ: " + fault);
      return false;
    }
  }

  private static PDFAParser open(InputStream in, PDFAFlavour asked) throws Exception {
    return asked == PDFAFlavour.NO_FLAVOUR
        ? Foundries.defaultInstance().createParser(in)
        : Foundries.defaultInstance().createParser(in, asked);
  }

  private static void printFailures(ValidationResult result) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> firsts = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        firsts.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
    }
    counts.forEach((rule, count) -> System.out.println("  rule " + rule + ", " + count + " times: " + firsts.get(rule)));
  }
}
