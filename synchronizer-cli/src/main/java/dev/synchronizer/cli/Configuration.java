package dev.synchronizer.cli;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said outside the command line: the environment first, then a file of properties whose keys are the names of
 * the options without their dashes.
 */
final class Configuration {
    static final String FILE_NAME = "synchronizer.properties";
    static final String PASSWORD = "password";

    private final Path path;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    private Configuration(Path path, Map<String, String> environment, Map<String, String> file) {
        this.path = path;
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the file named by {@code --config} or by the environment, or else the one in the working directory, if there
     * is one.
     *
     * @throws ProblemsException if it cannot be read
     */
    static Configuration load(@Nullable String named, Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        String said = named != null ? named : environment.get(variable("config"));
        String name = said == null || said.isEmpty() ? null : said;
        Path path = surroundings.directory().resolve(name == null ? FILE_NAME : name);
        if (name == null && !Files.exists(path)) {
            return new Configuration(path, environment, Map.of());
        }
        return new Configuration(path, environment, read(path));
    }

    /** Nothing is said. */
    static Configuration none() {
        return new Configuration(Path.of(FILE_NAME), Map.of(), Map.of());
    }

    /** Whether a file says anything, and is worth a {@link #check}. */
    boolean hasFile() {
        return !file.isEmpty();
    }

    /**
     * Looks for keys that no command has.
     *
     * @throws ProblemsException if there are any
     */
    void check(Collection<String> known) {
        List<Problem> unknown = file.keySet().stream()
                .filter(key -> !known.contains(key))
                .map(key -> unknown(key, known))
                .toList();
        Problems.of(unknown).throwIfErrors();
    }

    private static Map<String, String> read(Path path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(path)));
        } catch (IOException | IllegalArgumentException e) {
            throw malformed(path, "it is no file of properties: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).trim()));
        return values;
    }

    /** Some editors begin a file with a mark that it is in UTF-8. */
    private static String text(Path path) {
        try {
            String text = Files.readString(path);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed(path, "it is not in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw unreadable(path, "there is no such configuration file", e);
        } catch (AccessDeniedException e) {
            throw unreadable(path, "this user may not read it", e);
        } catch (IOException e) {
            String folder = "it is a folder, and no configuration file";
            throw unreadable(path, Files.isDirectory(path) ? folder : "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static ProblemsException unreadable(Path path, String message, IOException cause) {
        return new ProblemsException(Problem.of(ProblemCode.PATH_NOT_FOUND, path.toString(), message), cause);
    }

    private static ProblemsException malformed(Path path, String message, Exception cause) {
        String subject = path.toString();
        String said = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return new ProblemsException(
                new Problem(ProblemCode.WRONG_USAGE, subject, said, "write lines of the form key = value, in UTF-8"),
                cause);
    }

    private Problem unknown(String key, Collection<String> keys) {
        if (ConfiguredDefaults.isMeantOnce(key)) {
            String message = "--" + key + " counts on the command line alone";
            return new Problem(ProblemCode.WRONG_USAGE, path.toString(), message, "take the line away");
        }
        String nearest = Likeness.nearest(key, keys, 1).stream()
                .findFirst()
                .map(near -> "write " + near + ", or take the line away")
                .orElse("take the line away; the keys are " + String.join(", ", keys));
        return new Problem(ProblemCode.WRONG_USAGE, path.toString(), "there is no option " + key, nearest);
    }

    /** What is said of an option; null where nothing is. */
    @Nullable
    String value(String option) {
        String value = environment.get(variable(option));
        return value != null ? value : file.get(option);
    }

    /** The name of the environment variable for an option. */
    static String variable(String option) {
        return "SYNCHRONIZER_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
