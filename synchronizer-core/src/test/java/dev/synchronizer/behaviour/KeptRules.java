package dev.synchronizer.behaviour;

import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Rules of a store that an administrator keeps, their actions written as on the command line. */
record KeptRules(Site site, String store) {
    static KeptRules in(Site site) {
        return of(site, "main");
    }

    static KeptRules of(Site site, String store) {
        return new KeptRules(site, store);
    }

    /** Keeps a rule for all types. */
    KeptRules add(String name, String condition, String... actions) {
        return add(name, List.of(), condition, actions);
    }

    KeptRules add(String name, List<String> types, String condition, String... actions) {
        site.synchronizer()
                .rules()
                .save(
                        "ann",
                        new Rule(
                                name,
                                store,
                                types,
                                0,
                                true,
                                condition,
                                Stream.of(actions).map(ActionText::parse).toList()));
        return this;
    }

    KeptRules remove(String name) {
        site.synchronizer().rules().remove("ann", name);
        return this;
    }
}
