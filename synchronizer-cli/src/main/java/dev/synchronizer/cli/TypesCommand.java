package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.OverridesReport;
import dev.synchronizer.cli.render.TypeReport;
import dev.synchronizer.cli.render.TypesReport;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.settings.StandingOverride;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what applications see of the stored types. */
@Command(
        name = "types",
        description = "Lists the stored types, or shows one with everything that holds for it.",
        footer = {
            "  synchronizer types",
            "  synchronizer types Article --format json",
            "  synchronizer types --overrides"
        })
final class TypesCommand extends QueryCommand {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The name of a type.")
    private @Nullable String name;

    @Option(
            names = "--overrides",
            fallbackValue = "true",
            description = "List what administrators saved, of all types or of NAME, and what each of it is worth.")
    private boolean overrides;

    TypesCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        if (overrides) {
            return new OverridesReport(saved());
        }
        if (name == null) {
            return new TypesReport(ask(Synchronizer::stored).orElse(StoredModel.empty()), output().all());
        }
        return new TypeReport(explain(name));
    }

    private List<StandingOverride> saved() {
        List<StandingOverride> all =
                ask(synchronizer -> synchronizer.overrides().list()).orElse(List.of());
        if (name == null) {
            return all;
        }
        String type = explain(name).name();
        return all.stream()
                .filter(override -> override.address().type().equals(type))
                .toList();
    }

    private Explanation explain(String type) {
        Address address = Address.ofType(type);
        return require(synchronizer -> synchronizer.catalog().explain(address));
    }
}
