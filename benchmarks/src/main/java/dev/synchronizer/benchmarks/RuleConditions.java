package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Conditions;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;

/** Conditions of rules beside the same in Java, in turn, for items of twenty properties; no item is saved. */
public final class RuleConditions {
    private static final String STORE = "main";
    private static final int EVALUATIONS = 20_000;
    private static final String COMPARISON =
            "item.property10 > 3 && item.property0.startsWith('A value') && op != 'DELETE'";

    private static long held;

    private RuleConditions() {}

    /** The argument is how many rounds; the first third is not counted. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        System.out.println(Machine.describe());
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:rules;DB_CLOSE_DELAY=-1");
        try (Synchronizer synchronizer = ItemSite.open(dataSource)) {
            RuleTypes types = RuleTypes.of(synchronizer.catalog());
            Map<String, RuleSet> contenders = new LinkedHashMap<>();
            contenders.put("no rule", rules(types, 0, ""));
            contenders.put("a rule without a condition", rules(types, 1, ""));
            contenders.put("two comparisons and a prefix", rules(types, 1, COMPARISON));
            contenders.put("a pattern", rules(types, 1, "item.property0.matches('number [0-9]+$')"));
            contenders.put("a value that is not there", rules(types, 1, "old.property10 > 3"));
            contenders.put(
                    "a loop over ten elements",
                    rules(types, 1, "[1,2,3,4,5,6,7,8,9,10].exists(n, n == item.property10)"));
            contenders.put("ten rules that compare", rules(types, 10, COMPARISON));
            race(contenders, rounds);
            System.out.printf("%nHeld or evaluated: %d%n", held);
            compiling(types);
        }
    }

    private static RuleSet rules(RuleTypes types, int count, String condition) {
        List<Rule> rules = IntStream.range(0, count)
                .mapToObj(i -> new Rule(
                        "rule" + i,
                        STORE,
                        List.of(ItemSite.TYPE),
                        i,
                        true,
                        condition,
                        List.of(ActionText.parse("report SUGGESTION look at it"))))
                .toList();
        return RuleSet.of(STORE, rules, types, Conditions.onClassPath(RuleLimits.STANDARD));
    }

    private static void race(Map<String, RuleSet> contenders, int rounds) {
        List<RuleFacts> facts =
                IntStream.range(0, 100).mapToObj(RuleConditions::facts).toList();
        double[] java = new double[rounds];
        Map<String, double[]> times = new LinkedHashMap<>();
        contenders.keySet().forEach(name -> times.put(name, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            java[round] = inJava(facts);
            int at = round;
            times.forEach((name, each) -> each[at] = evaluated(Objects.requireNonNull(contenders.get(name)), facts));
        }
        double base = median(java);
        System.out.printf("%n| what | ratio | µs an item |%n|---|---|---|%n");
        System.out.printf("| two comparisons and a prefix, in Java | 1.0 | %.3f |%n", base);
        times.forEach((name, each) ->
                System.out.printf("| **%s** | %.1f | %.3f |%n", name, median(each) / base, median(each)));
    }

    private static RuleFacts facts(int number) {
        return new RuleFacts(
                ItemSite.TYPE,
                "Item " + number,
                ItemSite.values(number),
                Values.none(),
                List.of("property0"),
                "UPDATE",
                "API",
                STORE,
                "",
                "ann");
    }

    private static double inJava(List<RuleFacts> facts) {
        long start = System.nanoTime();
        for (int i = 0; i < EVALUATIONS; i++) {
            RuleFacts each = facts.get(i % facts.size());
            boolean holds = (Integer) each.values().get("property10").orElse(0) > 3
                    && ((String) each.values().get("property0").orElse("")).startsWith("A value")
                    && !each.op().equals("DELETE");
            held += holds ? 1 : 0;
        }
        return (System.nanoTime() - start) / 1e3 / EVALUATIONS;
    }

    private static double evaluated(RuleSet rules, List<RuleFacts> facts) {
        long start = System.nanoTime();
        for (int i = 0; i < EVALUATIONS; i++) {
            held += rules.apply(facts.get(i % facts.size())).effects().size();
        }
        return (System.nanoTime() - start) / 1e3 / EVALUATIONS;
    }

    private static void compiling(RuleTypes types) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RuleSet rules = rules(types, 1, COMPARISON);
            long start = System.nanoTime();
            rules.apply(facts(i));
            times.add((System.nanoTime() - start) / 1e3);
        }
        System.out.printf(
                "%nA condition compiled, with its first evaluation: %.0f µs%n",
                median(times.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static double median(double[] values) {
        double[] counted = Arrays.copyOfRange(values, values.length / 3, values.length);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }
}
