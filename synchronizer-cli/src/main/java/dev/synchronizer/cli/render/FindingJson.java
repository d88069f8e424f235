package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.Finding;

/** What validators say, as members of a JSON object. */
final class FindingJson {
    private FindingJson() {}

    static void members(Finding finding, JsonOut out) {
        out.text("validator", finding.validator());
        out.text("severity", finding.severity().name());
        out.text("property", finding.property());
        out.text("language", finding.language());
        out.text("message", finding.message());
    }
}
