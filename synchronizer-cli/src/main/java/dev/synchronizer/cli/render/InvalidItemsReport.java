package dev.synchronizer.cli.render;

import dev.synchronizer.content.ExaminedItem;
import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.content.Offer;
import dev.synchronizer.content.Violation;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.value.ValueForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The items of which validators have something to say, and what was done about it; of very many the first. Not thread-safe. */
public final class InvalidItemsReport implements Answer {
    public static final String FORMAT = "synchronizer-content-validation/1";

    private final int most;
    private final boolean fixing;
    private final List<InvalidItem> entries = new ArrayList<>();
    private long invalid;
    private long faulty;
    private long fixed;
    private long listed;
    private long unlisted;
    private long all;
    private boolean brokenOff;

    /**
     * A report of no item yet.
     *
     * @param most how many are listed; where all are, so is what is less than an error and cannot be mended
     * @param fixing whether what validators offer is done
     */
    public InvalidItemsReport(int most, boolean fixing) {
        this.most = most;
        this.fixing = fixing;
    }

    public void add(ExaminedItem examined) {
        add(examined, List.of());
    }

    public void add(FixedItem item) {
        add(new ExaminedItem(item.item(), item.violations(), item.findings(), item.kept(), List.of()), item.fixed());
    }

    private void add(ExaminedItem examined, List<FixedValue> values) {
        InvalidItem item = InvalidItem.of(examined, values, most == Integer.MAX_VALUE);
        invalid += item.violations().isEmpty() ? 0 : 1;
        fixed += values.isEmpty() ? 0 : 1;
        faulty += item.hasErrors() ? 1 : 0;
        if (item.isEmpty()) {
            unlisted++;
            return;
        }
        listed++;
        if (entries.size() < most) {
            entries.add(item);
        }
    }

    public void lookedAt(long items) {
        all = items;
    }

    /** Something ended it before all items were looked at. */
    public void brokeOff() {
        brokenOff = true;
    }

    /** Whether anything was changed, which nothing takes back. */
    public boolean hasFixed() {
        return fixed > 0;
    }

    public boolean isEmpty() {
        return invalid == 0;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> entry.writeTo(text, style));
        if (fixing) {
            text.append("Fixed %s.\n".formatted(fixed == 0 ? "nothing" : Words.count(fixed, "item")));
        }
        if (brokenOff) {
            return text.append("Broken off before all items were looked at.\n").toString();
        }
        if (unlisted > 0) {
            text.append("Of %s there is something to say that is no error; --all lists them.\n"
                    .formatted(Words.count(unlisted, "item")));
        }
        String more = entries.size() < listed ? " (%d shown; --all lists them)".formatted(entries.size()) : "";
        return text.append("Looked at %s: %s%s.\n".formatted(Words.count(all, "item"), verdict(), more))
                .toString();
    }

    private String verdict() {
        if (!fixing) {
            return (isEmpty() ? "none" : invalid) + " would be refused at the next save";
        }
        String failed = isEmpty() ? "nothing failed" : invalid + " could not be mended";
        String errors = faulty == 0 ? "" : ", %d still %s errors".formatted(faulty, faulty == 1 ? "has" : "have");
        return failed + errors;
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.number("items", all);
            out.number("invalid", invalid);
            out.array("findings", with(InvalidItem::violations), entry -> {
                write(entry, out, () -> out.array("violations", entry.violations(), each -> write(each, out)));
            });
            if (!with(InvalidItem::findings).isEmpty()) {
                out.array("remarks", with(InvalidItem::findings), entry -> {
                    write(entry, out, () -> out.array("findings", entry.findings(), each -> write(each, out)));
                });
            }
            if (!with(InvalidItem::kept).isEmpty()) {
                out.array("kept", with(InvalidItem::kept), entry -> {
                    write(entry, out, () -> out.array("findings", entry.kept(), each -> write(each, out)));
                });
            }
            if (!with(InvalidItem::offers).isEmpty()) {
                out.array("offers", with(InvalidItem::offers), entry -> {
                    write(entry, out, () -> out.array("fixes", entry.offers(), each -> write(each, out)));
                });
            }
            if (brokenOff) {
                out.flag("brokenOff", true);
            }
            if (fixing) {
                out.number("itemsFixed", fixed);
                out.array("fixed", with(InvalidItem::fixed), entry -> {
                    write(entry, out, () -> out.array("values", entry.fixed(), each -> write(each, out)));
                });
            }
        }));
    }

    private List<InvalidItem> with(Function<InvalidItem, List<?>> part) {
        return entries.stream().filter(entry -> !part.apply(entry).isEmpty()).toList();
    }

    private static void write(InvalidItem entry, JsonOut out, Runnable part) {
        out.object(() -> {
            out.text("id", entry.id().toString());
            out.text("type", entry.type());
            out.text("name", entry.name());
            part.run();
        });
    }

    private static void write(Finding finding, JsonOut out) {
        out.object(() -> FindingJson.members(finding, out));
    }

    private static void write(Offer offer, JsonOut out) {
        out.object(() -> {
            out.text("validator", offer.validator());
            out.text("fix", offer.fix().toString());
        });
    }

    private static void write(FixedValue value, JsonOut out) {
        Change change = value.change();
        out.object(() -> {
            out.text("validator", value.validator());
            out.text("property", change.place().name());
            out.text("language", change.place().language());
            out.text("before", change.before().map(ValueForm::shown).orElse(null));
            out.text("after", change.after().map(ValueForm::shown).orElse(null));
        });
    }

    private static void write(Violation violation, JsonOut out) {
        out.object(() -> {
            out.text("code", violation.code().id());
            out.text("property", violation.property());
            out.text("language", violation.language());
            out.text("value", violation.value());
            out.text("rule", violation.rule());
            out.text("message", violation.message());
            out.text("fix", violation.fix());
        });
    }
}
