package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class TextReportTest {
    private final SyncPlan plan = Plans.ofEveryKind();

    @Test
    void onlyWhatMattersIsListedUnlessAllIsAskedFor() {
        assertThat(text(false))
                .contains("+ Newsletters")
                .doesNotContain("= Page")
                .doesNotContain("? Relic");
        assertThat(text(true)).contains("= Page", "? Relic");
    }

    @Test
    void aChangeSaysWhatItWasAndWhatItIsOnOneLine() {
        assertThat(text(false).lines())
                .contains(
                        "    access: a, b1.50 -> a, b2  (redundant: ann saved the same, since 2026-03-01T12:00:00Z)",
                        "        required: false -> true  (masked: false stays, saved by ann since 2026-03-01T12:00:00Z)",
                        "        localized: true -> false  (lossy)",
                        "        description: several\\nlines of | <b>1.50 -> several\\nlines of | <b>2  (masked: a | <b> stays, saved by ann since 2026-03-01T12:00:00Z)");
    }

    @Test
    void gatedAndAbsentModulesSayBothVersions() {
        assertThat(text(false))
                .contains("Module shop: gated, 1.9 is older than 2.0, which has committed; its types are left alone.")
                .contains("Module old: absent, 1.0 is stored; its types are left alone.");
    }

    @Test
    void anOrphanComesWithTheAnnotationToPaste() {
        assertThat(text(false)).contains("renamed to Newsletters?").contains("@RenamedFrom(\"Newsletter\")");
    }

    @Test
    void coloursAreUsedOnlyWhereTheyAreWanted() {
        String coloured = new TextReport()
                .render(new ReportInput(
                        plan, Outcome.dryRun(), false, List.of(), List.of(), true, Style.COLOURED, "1.0"));

        assertThat(coloured)
                .contains("\u001b[32m+ Newsletters\u001b[0m")
                .contains("\u001b[1;31mlossy\u001b[0m")
                .contains("\u001b[1;33mCT213 warning\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[\\d;]*m", "")).isEqualTo(text(false));
    }

    @Test
    void typesWithALineEachStandTogether() {
        SyncPlan mixed = Synchronizer.compare(ContentModel.of(), ContentModel.of(Plans.withTypesOfOneLine()));

        assertThat(new TextReport().render(Plans.shown(mixed, false)))
                .contains(".\n\n+ A  new\n+ B  new\n\n+ C  new\n    + one  STRING  new\n\n+ D  new\n\nPlan: ");
    }

    @Test
    void propertiesStandBelowEachOther() {
        SyncPlan columns = Synchronizer.compare(ContentModel.of(), ContentModel.of(Plans.withNarrowAndWide()));

        assertThat(new TextReport().render(Plans.shown(columns, false)).lines())
                .contains(
                        "    + a           STRING        new  (required; defaultValue true)",
                        "    + aLongerOne  LIST<STRING>  new");
    }

    @Test
    void suppressedWarningsAreCountedAndListedOnlyWithAll() {
        Problem warning = Problem.of(ProblemCode.UNKNOWN_LOCKED_SETTING, "acme.Page", "it locks \"x\"");
        SyncPlan suppressed = Plans.ofNewTypes(1).withSuppressed(Problems.of(warning));

        assertThat(new TextReport().render(Plans.shown(suppressed, false)))
                .contains("1 warning suppressed (--all lists them).")
                .doesNotContain("CT211");
        assertThat(new TextReport().render(Plans.shown(suppressed, true)))
                .contains("Suppressed: CT211 acme.Page: it locks \"x\".")
                .doesNotContain("--all");
        assertThat(new MarkdownReport().render(Plans.shown(suppressed, false))).contains("1 warning suppressed.");
    }

    @Test
    void aCommitSaysItsRunAndHowLongItTook() {
        SyncReport report = new SyncReport(plan, false, true, OptionalLong.of(3), Duration.ofMillis(1_249));

        assertThat(Outcome.of(report).sentence(plan)).isEqualTo("Committed as run 3 in 1.2 s.");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void theMachinesLanguageMakesNoDifference() {
        SyncReport report = new SyncReport(plan, false, true, OptionalLong.of(3), Duration.ofMillis(1_249));
        String expected = text(true);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(text(true)).isEqualTo(expected);
            assertThat(Outcome.of(report).sentence(plan)).isEqualTo("Committed as run 3 in 1.2 s.");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void whatSteersATerminalIsWrittenOut() {
        SyncPlan sly = Plans.ofNewTypes(1)
                .withProblems(Problems.of(
                        Problem.of(ProblemCode.UNKNOWN_LOCKED_SETTING, "acme.Page", "it locks \"\u001b[2J\u202e\"")));

        assertThat(new TextReport().render(Plans.shown(sly, false))).contains("it locks \"\\u001B[2J\\u202E\".");
        assertThat(new MarkdownReport().render(Plans.shown(sly, false))).doesNotContain("\u001b", "\u202e");
        assertThat(Words.value("red\u001b[31m\r\u009b1A\ttab\nline"))
                .isEqualTo("red\\u001B[31m\\u000D\\u009B1A\\ttab\\nline");
        assertThat(Words.value("\ud83d\udc69\u200d\ud83d\ude80 \u00e9"))
                .isEqualTo("\ud83d\udc69\u200d\ud83d\ude80 \u00e9");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Words.value("x" + "\ud83d\ude00".repeat(100))).matches("x(\\x{1F600})+ \\.\\.\\. (\\x{1F600})+");
        assertThat(Words.value("\ud83d\ude00".repeat(100))).matches("(\\x{1F600})+ \\.\\.\\. (\\x{1F600})+");
    }

    @Test
    void longValuesLoseTheirMiddle() {
        assertThat(Words.value("a".repeat(500) + "z"))
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("aaa")
                .endsWith("aaz");
        assertThat(Words.value(null)).isEqualTo("(unsaid)");
        assertThat(Words.value("")).isEqualTo("(empty)");
    }

    @Test
    void whatAdministratorsSavedIsListedWhereItDeservesAttention() {
        String ann = "  (ann, 2026-03-01T12:00:00Z)";
        assertThat(text(false).lines())
                .contains(
                        "Also saved by administrators:",
                        "    Article.title.prompt       redundant: no value, which is the default now" + ann,
                        "    Basket..colour             unknown: red does not apply, for this release can make no use of it"
                                + ann,
                        "    Newsletter.subject.prompt  deleted: About? goes with what it belongs to" + ann)
                .anyMatch(line -> line.startsWith("- Newsletter") && line.contains("deleted with 2 overrides"))
                .noneMatch(line -> line.contains("Page..order"));
        assertThat(text(true).lines())
                .contains("    Page..order                effective: 5 in place of 100 (it was 7 then)" + ann);
    }

    @Test
    void anOverrideThatAChangeNamesIsNotNamedTwice() {
        assertThat(text(true))
                .doesNotContain("Article..access", "Article.rating.required", "Article.rating.description");
        assertThat(new MarkdownReport().render(Plans.shown(plan, true)))
                .doesNotContain("Article..access", "Article.rating.required", "Article.rating.description");
    }

    @Test
    void whatFollowsARenameSaysSo() {
        SyncPlan renaming = Plans.ofARenameThatIsFollowed();

        assertThat(new TextReport().render(Plans.shown(renaming, false)).lines())
                .contains("Banner.teasers follows a rename: dataType: LIST<BLOCK<Teaser>> -> LIST<BLOCK<Intro>>.");
        assertThat(new MarkdownReport().render(Plans.shown(renaming, false)))
                .contains("- Banner.teasers follows a rename: dataType: LIST&lt;BLOCK&lt;Teaser");
    }

    private String text(boolean all) {
        return new TextReport().render(Plans.shown(plan, all));
    }
}
