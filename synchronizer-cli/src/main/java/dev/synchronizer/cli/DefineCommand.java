package dev.synchronizer.cli;

import dev.synchronizer.cli.render.DefineReport;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and changes types and properties of administrators. */
@Command(
        name = "define",
        description = "Makes or changes a type of the administrators, or properties that they add to a type of code. "
                + "What is not named stays as it is.",
        footer = {
            "  synchronizer define Banner text:STRING link:URI --kind BLOCK",
            "  synchronizer define Banner 'images:LIST<REFERENCE>'",
            "  synchronizer define Banner --setting text.maxLength=80",
            "  synchronizer define Article note:STRING --setting note.required=true"
        })
final class DefineCommand extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the type.")
    private String type = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "property:TYPE",
            description = "Properties with their data types, such as STRING, LIST<STRING>, ENUM, REFERENCE or "
                    + "BLOCK<Name>.")
    private List<String> properties = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "KIND", description = "PAGE (the default), BLOCK or MEDIA.")
    private @Nullable String kind;

    @Option(
            names = "--setting",
            paramLabel = "[property.]setting=value",
            description = "A setting of the type or of a property, structural ones included; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--null",
            paramLabel = "[property.]SETTING",
            split = ",",
            description = "Settings that are to have no value at all; structural ones are taken away.")
    private List<String> nothing = new ArrayList<>();

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    DefineCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return DefineReport.FORMAT;
    }

    @Override
    ExitCode run() {
        Definition definition = definition();
        // What would be refused makes no database.
        if (database().isYetToBeMade()) {
            Definitions.check(StoredModel.empty(), definition).throwIfErrors();
        }
        DefinedType defined = write(synchronizer -> synchronizer
                .definitions()
                .with(answers.telling(saving(), context()))
                .define(database().actor(), definition));
        answers.tell(new ErrorOutput(surroundings()));
        return show(new DefineReport(defined), defined.warnings());
    }

    private Definition definition() {
        Assignments read = new Assignments(this::wrongUsage);
        if (kind != null) {
            read.add(List.of("kind=" + kind.toUpperCase(Locale.ROOT)));
        }
        read.add(assignments);
        read.addNothing(nothing);
        Map<String, NewSettings> rest = new LinkedHashMap<>(read.byOwner());
        rest.remove("");
        Definition definition = Definition.of(type).withSettings(read.of(""));
        for (String property : properties) {
            int colon = property.indexOf(':');
            if (colon < 1) {
                throw wrongUsage("'" + property + "' is not of the form property:TYPE");
            }
            String name = property.substring(0, colon);
            rest.remove(name);
            definition =
                    definition.withProperty(new PropertyDefinition(name, property.substring(colon + 1), read.of(name)));
        }
        for (Map.Entry<String, NewSettings> other : rest.entrySet()) {
            definition = definition.withProperty(new PropertyDefinition(other.getKey(), null, other.getValue()));
        }
        return definition;
    }
}
