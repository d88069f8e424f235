package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void aLargePlanStaysWithinAComment() {
        String text = new MarkdownReport().render(Plans.shown(Plans.ofNewTypes(5_000), false));

        assertThat(text).hasSizeLessThan(60_000).containsPattern("\\*\\d+ types left out, for want of room\\.\\*");
        assertThat(text.split("<details", -1)).hasSameSizeAs(text.split("</details>", -1));
    }

    @Test
    void aSmallPlanIsShownWhole() {
        assertThat(new MarkdownReport().render(Plans.shown(Plans.ofNewTypes(5), false)))
                .contains("**Type4**")
                .doesNotContain("left out");
    }

    @Test
    void textsFromModelsCannotBreakTheTable() {
        String text = new MarkdownReport().render(Plans.shown(Plans.ofEveryKind(), true));

        assertThat(text).contains("\\| &lt;b&gt;").doesNotContain("<b>").doesNotContain("| <nothing>");
    }

    @Test
    void whatAdministratorsSavedStandsInATableOfItsOwn() {
        String text = new MarkdownReport().render(Plans.shown(Plans.ofEveryKind(), false));

        assertThat(text)
                .contains("4 more overrides of administrators</summary>")
                .contains("| <code>Newsletter..icon</code> | deleted: mail goes with what it belongs to | ann, 2026")
                .contains("deleted with 2 overrides of administrators")
                .contains("required: false → true  (masked: false stays, saved by ann since");
    }
}
