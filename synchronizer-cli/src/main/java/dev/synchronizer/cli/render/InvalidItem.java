package dev.synchronizer.cli.render;

import dev.synchronizer.content.ExaminedItem;
import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Offer;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.value.ValueForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is said of one item that was looked at, without what it holds, which may be much. */
record InvalidItem(
        UUID id,
        String type,
        String name,
        List<FixedValue> fixed,
        List<Violation> violations,
        List<Finding> findings,
        List<Finding> kept,
        List<Offer> offers) {
    /** @param every whether what is less than an error, and for which nothing is offered, is said too */
    static InvalidItem of(ExaminedItem examined, List<FixedValue> fixed, boolean every) {
        Item item = examined.item();
        List<Finding> said = examined.findings().stream()
                .filter(finding -> every || isError(finding) || isMendable(finding, examined))
                .toList();
        return new InvalidItem(
                item.id(),
                item.type(),
                item.name(),
                fixed,
                examined.violations(),
                said,
                examined.kept(),
                examined.offers());
    }

    private static boolean isError(Finding finding) {
        return finding.severity().compareTo(FindingSeverity.ERROR) >= 0;
    }

    private static boolean isMendable(Finding finding, ExaminedItem examined) {
        return examined.offers().stream().anyMatch(offer -> offer.validator().equals(finding.validator()));
    }

    boolean isEmpty() {
        return fixed.isEmpty() && violations.isEmpty() && findings.isEmpty() && kept.isEmpty() && offers.isEmpty();
    }

    /** Whether it would be saved, or was, with what is an error. */
    boolean hasErrors() {
        return violations.isEmpty() && (!kept.isEmpty() || findings.stream().anyMatch(InvalidItem::isError));
    }

    void writeTo(StringBuilder text, Style style) {
        text.append(style.bold(type + " " + Words.value(name)))
                .append("  ")
                .append(id)
                .append('\n');
        fixed.forEach(value -> text.append(line(value)));
        violations.forEach(violation -> text.append("    %s %s: %s.\n"
                .formatted(violation.code().id(), violation.place(), PlainText.of(violation.message()))));
        findings.forEach(finding -> text.append(line("", finding)));
        kept.forEach(finding -> text.append(line("kept ", finding)));
        offers.forEach(offer -> text.append("    --fix would do this: %s, as %s offers.\n"
                .formatted(PlainText.of(offer.fix().toString()), PlainText.of(offer.validator()))));
    }

    private String line(FixedValue value) {
        Change change = value.change();
        return "    fixed %s: %s -> %s (%s).\n"
                .formatted(
                        type + "." + change.place(),
                        shown(change.before()),
                        shown(change.after()),
                        PlainText.of(value.validator()));
    }

    private String line(String when, Finding finding) {
        return "    %s%s %s: %s (%s).\n"
                .formatted(
                        when,
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        type + (finding.property().isEmpty() ? "" : ".") + finding.place(),
                        PlainText.of(finding.message()),
                        PlainText.of(finding.validator()));
    }

    private static String shown(Optional<Object> value) {
        return value.map(one -> PlainText.of(ValueForm.shown(one))).orElse("nothing");
    }
}
