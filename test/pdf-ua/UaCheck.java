import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files are PDF/UA-1; one line a file, then what it found against it. */
public class UaCheck {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean all = true;
    for (String file : files) all &= passes(file);
    System.exit(all ? 0 : 1);
  }

  private static boolean passes(String file) throws Exception {
    PDFAFlavour standard = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), standard)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(standard, false).validate(parser);
      String verdict = result.isCompliant() ? "PDF/UA-1" : "not PDF/UA-1";
      System.out.println(file + ": " + verdict + ", " + result.getTotalAssertions() + " checks");
      for (TestAssertion found : result.getTestAssertions())
        if (found.getStatus() == TestAssertion.Status.FAILED)
          System.out.println("  " + found.getRuleId().getClause() + " " + found.getMessage());
      return result.isCompliant();
    }
  }
}
