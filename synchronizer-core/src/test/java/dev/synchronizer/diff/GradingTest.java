package dev.synchronizer.diff;

import static dev.synchronizer.diff.Diffs.compare;
import static dev.synchronizer.diff.Diffs.only;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import org.junit.jupiter.api.Test;

/** C5: the worst that a change could do to stored content. */
class GradingTest {
    @Test
    void gradesTellTheWorstThatCouldHappen() {
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.REQUIRED, true)))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(said(text("p"), SettingKey.REQUIRED, true), text("p")))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(said(text("p"), SettingKey.MAX_LENGTH, 9), said(text("p"), SettingKey.MAX_LENGTH, 8)))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(said(text("p"), SettingKey.MAX_LENGTH, 8), said(text("p"), SettingKey.MAX_LENGTH, 9)))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(said(text("p"), SettingKey.LOCALIZED, true), text("p")))
                .isEqualTo(Grade.LOSSY);
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.LOCALIZED, true)))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.PATTERN, "a+")))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(number("p"), number("p").withType(PropertyType.single(DataType.LONG))))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p"), number("p"))).isEqualTo(Grade.LOSSY);
        assertThat(gradeOf(text("p"), text("p").withType(PropertyType.list(DataType.STRING))))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p").withType(PropertyType.list(DataType.STRING)), text("p")))
                .isEqualTo(Grade.LOSSY);
    }

    private static Grade gradeOf(PropertyModel before, PropertyModel after) {
        return only(compare(model(site("1.0", type("Article", before))), model(site("1.1", type("Article", after)))))
                .grade();
    }
}
