package dev.synchronizer.staging;

import dev.synchronizer.task.Payload.About;
import java.util.Map;
import java.util.Optional;

/** What is said of a type that is not here, as the other server is to read it. */
final class Lacking {
    private Lacking() {}

    /** @param versions those of the modules here, by module */
    static String words(About about, Map<String, Optional<String>> versions) {
        if (about.module() == null) {
            return "the type " + about.type() + " is not there; tell its definition first";
        }
        Optional<String> here = versions.getOrDefault(about.module(), Optional.empty());
        String there = about.version() == null ? "" : " " + about.version();
        return "the type " + about.type() + " is of the module " + about.module() + there + ", and that server has "
                + (versions.containsKey(about.module())
                        ? "its version " + here.orElse("without a number")
                        : "no such module")
                + "; deploy the code that declares it";
    }
}
