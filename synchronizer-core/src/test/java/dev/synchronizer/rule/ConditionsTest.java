package dev.synchronizer.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.value.Values;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Pattern LANGUAGE =
            Pattern.compile("[\\\\/](?:dev[\\\\/]cel|com[\\\\/]google|org[\\\\/]antlr)[\\\\/]");

    @Test
    void withoutTheLanguageARuleThatHasAConditionIsRefusedNamingTheDependency() throws Exception {
        try (URLClassLoader without = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> trial = (Callable<?>) without.loadClass(Trial.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(trial.call())
                    .asString()
                    .isEqualTo("CT833 error rule conditional: it has a condition, and dev.cel:cel, which conditions are"
                            + " written in, is not on the class path. Fix: add the dependency dev.cel:cel, or take the"
                            + " condition away.\nNew");
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!LANGUAGE.matcher(entry).find()) {
                entries.add(new File(entry).toURI().toURL());
            }
        }
        return entries.toArray(URL[]::new);
    }

    /** Loaded where the language is missing: what is said of a rule with a condition, and what comes of one without. */
    public static final class Trial implements Callable<String> {
        @Override
        public String call() {
            RuleTypes types = RuleSite.types();
            Conditions conditions = Conditions.onClassPath(RuleLimits.STANDARD);
            RuleCheck check = new RuleCheck(types, conditions, Set.of());
            Rule plain = RuleSite.rule("plain", "", "set title=New");
            RuleOutcome outcome = RuleSet.of(RuleSite.STORE, List.of(plain), types, conditions)
                    .apply(RuleSite.facts(Values.none(), null));
            return check.check(RuleSite.rule("conditional", "true", "set title=New")) + "\n"
                    + outcome.values().get("title").orElse("");
        }
    }
}
