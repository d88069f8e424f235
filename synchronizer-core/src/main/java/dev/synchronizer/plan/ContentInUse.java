package dev.synchronizer.plan;

import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.model.ValueUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names the content for whose sake something is not deleted (D5). */
public final class ContentInUse {
    private ContentInUse() {}

    /** The items of a type; nothing where it has none. */
    public static List<String> of(ItemUse use) {
        List<String> used = new ArrayList<>();
        if (use.items() > 0) {
            used.add(counted(use.items(), "item") + ": " + named(use.first(), use.items()) + inBin(use));
        }
        addElsewhere(use.elsewhere(), "item", used);
        return used;
    }

    private static String inBin(ItemUse use) {
        if (use.inBin() == 0) {
            return "";
        }
        return "; " + (use.inBin() == use.items() ? "all" : String.valueOf(use.inBin()))
                + " of them in the recycle bin";
    }

    /** The values of a property; nothing where it has none. */
    public static List<String> of(ValueUse use) {
        List<String> used = new ArrayList<>();
        if (use.values() > 0) {
            used.add("%s in %s: %s"
                    .formatted(
                            counted(use.values(), "value"),
                            counted(use.items(), "item"),
                            named(use.first(), use.items())));
        }
        addElsewhere(use.elsewhere(), "value", used);
        return used;
    }

    private static void addElsewhere(long count, String what, List<String> used) {
        if (count > 0) {
            used.add(counted(count, what) + " in the application's own store");
        }
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String named(List<UsedItem> first, long of) {
        String names = first.stream().map(UsedItem::toString).collect(Collectors.joining(", "));
        long others = of - first.size();
        return others > 0 ? names + " and " + others + " more" : names;
    }
}
