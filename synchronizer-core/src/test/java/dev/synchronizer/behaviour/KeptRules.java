package dev.synchronizer.behaviour;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleJson;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Rules that administrators keep on another node. */
final class KeptRules {
    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");

    private final TestDatabase database;

    private KeptRules(TestDatabase database) {
        this.database = database;
    }

    static KeptRules in(TestDatabase database) {
        return new KeptRules(database);
    }

    /** Keeps a rule for all types; its actions are written as on the command line. */
    KeptRules add(String name, String condition, String... actions) {
        return add(name, List.of(), condition, actions);
    }

    KeptRules add(String name, List<String> types, String condition, String... actions) {
        return save(new Rule(
                name,
                "main",
                types,
                0,
                true,
                condition,
                Stream.of(actions).map(ActionText::parse).toList()));
    }

    private KeptRules save(Rule rule) {
        String definition = RuleJson.write(rule);
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.inTransaction(transaction -> {
                transaction.saveRule(
                        new StoredRule(rule.name(), rule.store(), rule.order(), rule.enabled(), definition, AT, "ann"));
                return transaction.log(List.of(ChangeRecord.ofRule(AT, "ann", rule.name(), null, definition)));
            });
        }
        return this;
    }
}
