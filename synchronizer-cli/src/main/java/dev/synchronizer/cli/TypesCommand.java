package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.TypeReport;
import dev.synchronizer.cli.render.TypesReport;
import dev.synchronizer.diff.Likeness;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what applications see of the stored types. */
@Command(
        name = "types",
        description = "Lists the stored types, or shows one with everything that holds for it.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class TypesCommand implements Callable<Integer>, Reporting {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The name of a type.")
    private @Nullable String name;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private @Spec CommandSpec spec = CommandSpec.create();
    private final Context context;

    TypesCommand(Context context) {
        this.context = context;
    }

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public Integer call() {
        output.prepare();
        boolean json = output.isJson(spec.commandLine());
        StoredModel stored = stored();
        String result = name == null
                ? new TypesReport(stored, output.all()).render(json)
                : new TypeReport(stored, type(name, stored)).render(json);
        output.write(result, context.surroundings());
        return ExitCode.DONE.number();
    }

    private StoredModel stored() {
        Optional<Pool> pool = database.forReading(context);
        if (pool.isEmpty()) {
            return StoredModel.empty();
        }
        try (Pool open = pool.get();
                Synchronizer synchronizer =
                        Synchronizer.builder().dataSource(open).build()) {
            return synchronizer.stored();
        }
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
