package dev.synchronizer.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options that are not on the command line the value that the {@link Configuration} says. */
final class ConfiguredDefaults implements IDefaultValueProvider {
    private static final Pattern VARIABLE = Pattern.compile("\\$+(?=\\{)");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /**
     * What is meant once: where options come from, and of which items, servers and tasks a command works, with what. A name or a parent
     * that every command had of a file, or of a variable that another program reads, would change content unseen.
     */
    private static final Set<String> OF_ONE_COMMAND_LINE = Set.of(
            "config",
            "accept",
            "attempts",
            "bin",
            "clear",
            "complete",
            "disabled",
            "do",
            "file",
            "fix",
            "force",
            "forget-failures",
            "having",
            "incremental",
            "limit",
            "merge",
            "name",
            "on-conflict",
            "on-failure",
            "order",
            "ours",
            "parent",
            "repair",
            "replace",
            "retry-first",
            "retry-longest",
            "revision",
            "secret",
            "server-user",
            "state",
            "subtree",
            "target",
            "theirs",
            "top",
            "types",
            "when",
            "with-children");

    private final Configuration configuration;

    ConfiguredDefaults(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !isConfigurable(option)) {
            return null;
        }
        String value = configuration.value(key(option));
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!option.isMultiValue()) {
            return asItIs(value);
        }
        boolean isPaths = option.auxiliaryTypes()[0] == Path.class;
        return asItIs(COMMA.matcher(value).replaceAll(isPaths ? File.pathSeparator : ","));
    }

    /** The parser would put variables into defaults; what is configured is to arrive as it was written. */
    private static String asItIs(String value) {
        return VARIABLE.matcher(value).replaceAll("$0$0");
    }

    /** The keys that a configuration file may have: all options of all commands, and the password. */
    static Set<String> keys(CommandSpec program) {
        Set<String> keys = new TreeSet<>();
        keys.add(Configuration.PASSWORD);
        addKeys(program, keys);
        return keys;
    }

    private static void addKeys(CommandSpec command, Set<String> keys) {
        command.options().stream().filter(ConfiguredDefaults::isConfigurable).forEach(option -> keys.add(key(option)));
        command.subcommands().values().forEach(sub -> addKeys(sub.getCommandSpec(), keys));
    }

    /** Whether it can be said outside the command line. */
    static boolean isConfigurable(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !isMeantOnce(key(option));
    }

    static boolean isMeantOnce(String key) {
        return OF_ONE_COMMAND_LINE.contains(key);
    }

    /** The option's name without dashes. */
    static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }
}
