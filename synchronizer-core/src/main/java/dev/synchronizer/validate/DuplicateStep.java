package dev.synchronizer.validate;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** F2: the ledger knows a migration step by its module and its name. */
final class DuplicateStep implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.modules().stream().flatMap(DuplicateStep::violations);
    }

    private static Stream<Problem> violations(ModuleModel module) {
        SortedMap<String, List<String>> classes = new TreeMap<>();
        for (StepModel step : module.steps()) {
            classes.computeIfAbsent(step.name(), name -> new ArrayList<>(1)).add(step.className());
        }
        return classes.entrySet().stream()
                .filter(named -> named.getValue().size() > 1)
                .map(named -> problem(module, named.getKey(), named.getValue()));
    }

    private static Problem problem(ModuleModel module, String name, List<String> classes) {
        List<String> sorted = classes.stream().sorted().toList();
        return Problem.of(
                ProblemCode.DUPLICATE_STEP,
                sorted.get(0),
                "the migration step " + name + " of " + module.name() + " is declared by " + Wording.all(sorted));
    }
}
