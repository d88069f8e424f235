package dev.synchronizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class ActionTextTest {
    @Test
    void actionsAreWrittenOnOneLine() {
        assertThat(ActionText.parse("set teaser=a = b ")).isEqualTo(new RuleAction.Set("teaser", "", "a = b "));
        assertThat(ActionText.parse("set teaser[de]=")).isEqualTo(new RuleAction.Set("teaser", "de", ""));
        assertThat(ActionText.parse("  clear teaser[de] ")).isEqualTo(new RuleAction.Clear("teaser", "de"));
        assertThat(ActionText.parse("copy title[de] to teaser[DE]"))
                .isEqualTo(new RuleAction.Copy("title", "teaser", "de"));
        assertThat(ActionText.parse("append tags=x")).isEqualTo(new RuleAction.Append("tags", "", "x"));
        assertThat(ActionText.parse("report warning  it is short"))
                .isEqualTo(new RuleAction.ValidateAs(FindingSeverity.WARNING, "it is short"));
        assertThat(ActionText.parse("veto short it is short")).isEqualTo(new RuleAction.Veto("short", "it is short"));
        assertThat(ActionText.parse("log INFO saved")).isEqualTo(new RuleAction.Log(Level.INFO, "saved"));
        assertThat(ActionText.parse("run notify who=ann text=\"a \\\"b\\\" = c\" empty="))
                .isEqualTo(new RuleAction.Named(
                        "notify", new TreeMap<>(Map.of("who", "ann", "text", "a \"b\" = c", "empty", ""))));
        assertThat(ActionText.parse("run notify")).isEqualTo(new RuleAction.Named("notify", new TreeMap<>()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set teaser[de-CH]=[\"a\", \"b\"]",
                "set teaser=",
                "clear teaser",
                "copy title to teaser",
                "copy to to to",
                "append tags=a=b",
                "report FATAL never",
                "veto too-long it is too long",
                "log DEBUG a to b",
                "run notify a=b c=\"d e\" f= g=\"\\\"\""
            })
    void whatIsPrintedIsWhatWasParsed(String text) {
        assertThat(ActionText.print(ActionText.parse(text))).isEqualTo(text);
    }

    @Test
    void argumentsOfWhateverTextAreReadAgainAsTheyWere() {
        Random random = new Random(7);
        String characters = "ab =\"\\\n\t[]ü\u2003\u0001";
        for (int i = 0; i < 2_000; i++) {
            TreeMap<String, String> arguments = new TreeMap<>();
            for (String key : List.of("one", "two", "three")) {
                StringBuilder value = new StringBuilder();
                random.ints(random.nextInt(8), 0, characters.length())
                        .forEach(at -> value.append(characters.charAt(at)));
                arguments.put(key, value.toString());
            }
            RuleAction.Named named = new RuleAction.Named("act", arguments);
            assertThat(ActionText.parse(ActionText.print(named))).isEqualTo(named);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                teaser                     | "teaser" is no action
                sett teaser=a              | "sett teaser=a" begins with no verb of an action
                set teaser                 | "set teaser" has no = between a property and its value
                set te aser=a              | "te aser" is not the name of a property
                set teaser[=a              | "teaser[" is not the name of a property
                copy title teaser          | "copy title teaser" does not say what to copy to what
                copy title[de] to teaser   | "copy title[de] to teaser" copies from one language to another
                report BAD it is           | there is no severity "BAD" in "report BAD it is"
                report WARNING             | "report WARNING" has no message
                log LOUD it is             | there is no level "LOUD" in "log LOUD it is"
                run notify who             | "run notify who" has something other than arguments
                run notify who="a          | "run notify who="a" has something other than arguments
                run notify a=b a=c         | "run notify a=b a=c" gives the argument a more than once
                """)
    void whatIsNoActionIsRefusedWithTheFormsThatThereAre(String text, String message) {
        assertThatExceptionOfType(ProblemsException.class)
                .isThrownBy(() -> ActionText.parse(text))
                .satisfies(refused -> assertThat(refused.problems().asList())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.message()).startsWith(message);
                            assertThat(problem.fix()).startsWith("write ");
                        }));
    }
}
