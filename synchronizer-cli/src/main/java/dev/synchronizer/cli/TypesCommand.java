package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.TypeReport;
import dev.synchronizer.cli.render.TypesReport;
import dev.synchronizer.diff.Likeness;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what applications see of the stored types. */
@Command(
        name = "types",
        description = "Lists the stored types, or shows one with everything that holds for it.",
        footer = {"  synchronizer types", "  synchronizer types Article --format json"})
final class TypesCommand extends QueryCommand {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The name of a type.")
    private @Nullable String name;

    TypesCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        StoredModel stored = ask(Synchronizer::stored).orElse(StoredModel.empty());
        return name == null ? new TypesReport(stored, output().all()) : new TypeReport(stored, type(name, stored));
    }

    private static StoredType type(String name, StoredModel stored) {
        List<String> names = stored.types().stream().map(StoredType::name).toList();
        return stored.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(unknown(name, Likeness.nearest(name, names, 3)), null));
    }

    private static Problem unknown(String name, List<String> nearest) {
        String fix = nearest.isEmpty() ? "see all names with types" : "write " + String.join(" or ", nearest);
        return new Problem(ProblemCode.UNKNOWN_TYPE, name, "no type of this name is stored", fix);
    }
}
