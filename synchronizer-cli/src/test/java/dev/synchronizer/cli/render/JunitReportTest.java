package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class JunitReportTest {
    @Test
    void aModuleIsASuiteAndATypeIsACase() throws Exception {
        List<ReportTestSuite> suites = read(new JunitReport().render(Plans.shown(Plans.ofEveryKind(), false)));

        assertThat(suites).extracting(ReportTestSuite::getName).startsWith("acme", "old", "shop");
        assertThat(suites.get(0).getTestCases())
                .extracting(ReportTestCase::getName)
                .containsExactly("(module)", "Article", "Clash", "Newsletter", "Newsletters", "Page");
        assertThat(suites.get(0).getTestCases())
                .filteredOn(ReportTestCase::hasFailure)
                .extracting(ReportTestCase::getName)
                .containsExactly("Clash", "Newsletter");
    }

    @Test
    void aViolatedPolicyIsAFailingCase() throws Exception {
        List<ReportTestSuite> suites =
                read(new JunitReport().render(Plans.shown(Plans.ofEveryKind(), false, "conflict")));

        assertThat(suites)
                .filteredOn(suite -> suite.getName().equals("policies"))
                .singleElement()
                .satisfies(suite -> {
                    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
                    assertThat(suite.getTestCases().get(0).getName()).isEqualTo("--fail-on conflict");
                });
    }

    @Test
    void numbersOfASuiteAreThoseOfItsCases() throws Exception {
        assertThat(read(new JunitReport().render(Plans.shown(Plans.ofEveryKind(), false, "new"))))
                .allSatisfy(suite -> {
                    assertThat(suite.getNumberOfTests())
                            .isEqualTo(suite.getTestCases().size());
                    assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasFailure))
                            .hasSize(suite.getNumberOfFailures());
                });
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void aBuildServerCanReadTheNumbersWhateverTheMachinesLanguageIs() {
        String expected = new JunitReport().render(Plans.shown(Plans.ofEveryKind(), false));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new JunitReport().render(Plans.shown(Plans.ofEveryKind(), false)))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static List<ReportTestSuite> read(String xml) throws Exception {
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void aTypeThatAnAdministratorMadeIsInNoModulesSuite() {
        assertThat(new JunitReport().render(Plans.shown(Plans.ofARenameThatIsFollowed(), false)))
                .contains("<testcase classname=\"(administrators)\" name=\"Banner\"");
    }
}
