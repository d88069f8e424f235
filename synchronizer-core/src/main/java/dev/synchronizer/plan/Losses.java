package dev.synchronizer.plan;

import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a lossy change which values would be lost. */
final class Losses {
    private Losses() {}

    static String inWords(SettingChange change, Concern concern) {
        return change.key() == SettingKey.LOCALIZED
                ? "it ceases to be localized, and " + languages(concern)
                : dataType(change) + ", and " + misfits(concern);
    }

    private static String languages(Concern concern) {
        String byLanguage = concern.translations().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        long values = concern.radius().values();
        return values(values)
                + (values == 1 ? " loses its language" : " lose their languages")
                + (byLanguage.isEmpty() ? "" : " (" + byLanguage + ")")
                + (concern.severalInOne() ? "; where an item or block has several values, only one stays" : "");
    }

    private static String dataType(SettingChange change) {
        return "the data type changes from %s to %s".formatted(text(change.from()), text(change.to()));
    }

    private static String misfits(Concern concern) {
        Misfits misfits = concern.misfits();
        if (misfits.values() == 0) {
            return "whether " + values(concern.radius().values()) + " can be converted cannot be told";
        }
        return "%s of %s %s not convert (first: %s)"
                .formatted(
                        misfits.values(),
                        values(concern.radius().values()),
                        misfits.values() == 1 ? "does" : "do",
                        misfits);
    }

    private static String values(long count) {
        return count + (count == 1 ? " stored value" : " stored values");
    }

    private static String text(@Nullable SettingValue value) {
        return value == null ? "nothing" : value.toString();
    }
}
