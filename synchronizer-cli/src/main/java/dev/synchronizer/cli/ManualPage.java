package dev.synchronizer.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's manual page in roff, made of what the command line knows of itself. */
final class ManualPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(CommandSpec command) {
        this.command = command;
    }

    static String of(CommandSpec command) {
        return new ManualPage(command).write();
    }

    private String write() {
        String name = command.qualifiedName("-");
        line(".TH %s 1 \"\" \"synchronizer %s\" \"Content-Type Synchronizer\""
                .formatted(name.toUpperCase(Locale.ROOT), ProgramVersion.version()));
        section("NAME");
        text(name + " \\- " + escape(String.join(" ", command.usageMessage().description())));
        section("SYNOPSIS");
        text(escape(synopsis()));
        arguments();
        options();
        subcommands();
        examples();
        exitCodes();
        section("ENVIRONMENT AND FILES");
        text(escape("Options can come from environment variables, such as SYNCHRONIZER_FAIL_ON for --fail-on, and from "
                + "synchronizer.properties in the working directory, such as fail-on = breaking; but not those that "
                + "say of which item a command works. The command line comes first, then the environment, then the "
                + "file. SYNCHRONIZER_PASSWORD is the database's password."));
        return page.toString();
    }

    private String synopsis() {
        CommandLine.Help help = new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return help.synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private void arguments() {
        List<PositionalParamSpec> parameters = command.positionalParameters();
        if (!parameters.isEmpty()) {
            section("ARGUMENTS");
            parameters.forEach(parameter -> item(parameter.paramLabel(), parameter.description()));
        }
    }

    private void options() {
        section("OPTIONS");
        command.options().stream()
                .filter(option -> !option.hidden())
                .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
                .forEach(option -> item(OptionsTable.form(option), OptionsTable.description(option)));
    }

    private void subcommands() {
        if (!command.subcommands().isEmpty()) {
            section("COMMANDS");
            command.subcommands()
                    .forEach((name, sub) ->
                            item(name, sub.getCommandSpec().usageMessage().description()));
        }
    }

    private void examples() {
        String[] examples = command.usageMessage().footer();
        if (command.userObject() instanceof ReportingCommand && examples.length > 0) {
            section("EXAMPLES");
            line(".nf");
            for (String example : examples) {
                text(escape(example.strip()));
            }
            line(".fi");
        }
    }

    private void exitCodes() {
        section("EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            item(String.valueOf(code.number()), code.meaning().replace("`", ""));
        }
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void item(String term, String... description) {
        line(".TP");
        line("\\fB" + escape(term) + "\\fR");
        text(escape(String.join(" ", description)));
    }

    private void text(String text) {
        line(text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
