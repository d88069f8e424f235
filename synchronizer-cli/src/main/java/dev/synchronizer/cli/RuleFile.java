package dev.synchronizer.cli;

import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule that stands in a file. */
final class RuleFile {
    private RuleFile() {}

    /** @throws dev.synchronizer.problem.ProblemsException if it cannot be read, or is no rule */
    static Rule read(Path file) {
        String name = file.toString();
        try {
            return RuleJson.read(Files.readString(InputFile.of(name)));
        } catch (IOException e) {
            throw InputFile.unreadable(name, e);
        }
    }
}
