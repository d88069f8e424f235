package dev.synchronizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class RuleJsonTest {
    private static final Rule WHOLE = new Rule(
            "shorten",
            "main",
            List.of("Page", "Article", "Page"),
            -5,
            false,
            " size(item.title) > 3 ",
            List.of(
                    new RuleAction.Set("teaser", "DE-ch", "a \"b\""),
                    new RuleAction.Clear("teaser", ""),
                    new RuleAction.Copy("title", "teaser", ""),
                    new RuleAction.Append("tags", "", "x"),
                    new RuleAction.ValidateAs(FindingSeverity.WARNING, " too long "),
                    new RuleAction.Veto("too-long", "no"),
                    new RuleAction.Log(Level.INFO, "seen"),
                    new RuleAction.Named("notify", new TreeMap<>(Map.of("who", "ann", "b", "")))));

    private static final String JSON = "{\"name\":\"shorten\",\"store\":\"main\",\"types\":[\"Article\",\"Page\"],"
            + "\"order\":-5,\"enabled\":false,\"condition\":\"size(item.title) > 3\",\"actions\":["
            + "{\"do\":\"set\",\"property\":\"teaser\",\"language\":\"de-CH\",\"value\":\"a \\\"b\\\"\"},"
            + "{\"do\":\"clear\",\"property\":\"teaser\"},"
            + "{\"do\":\"copy\",\"from\":\"title\",\"to\":\"teaser\"},"
            + "{\"do\":\"append\",\"property\":\"tags\",\"value\":\"x\"},"
            + "{\"do\":\"report\",\"severity\":\"WARNING\",\"message\":\"too long\"},"
            + "{\"do\":\"veto\",\"code\":\"too-long\",\"message\":\"no\"},"
            + "{\"do\":\"log\",\"level\":\"INFO\",\"message\":\"seen\"},"
            + "{\"do\":\"run\",\"name\":\"notify\",\"arguments\":{\"b\":\"\",\"who\":\"ann\"}}]}";

    @Test
    void aFindingIsReportedByTwoWords() {
        String json = "[{\"do\":\"%s\",\"severity\":\"ERROR\",\"message\":\"m\"}]";

        assertThat(RuleJson.writeActions(RuleJson.readActions(json.formatted("validate-as"))))
                .isEqualTo(json.formatted("report"));
        assertThat(ActionText.print(ActionText.parse("validate-as ERROR m"))).isEqualTo("report ERROR m");
    }

    @Test
    void aRuleHasOneForm() {
        assertThat(RuleJson.write(WHOLE)).isEqualTo(JSON);
        assertThat(RuleJson.read(JSON)).isEqualTo(WHOLE);
        assertThat(RuleJson.readActions(RuleJson.writeActions(WHOLE.actions()))).isEqualTo(WHOLE.actions());
    }

    @Test
    void whatIsUsualCanBeLeftOutAndMembersStandInAnyOrder() {
        Rule rule = RuleJson.read(
                "{ \"actions\": [{\"value\": [\"a\", 1], \"property\": \"tags\", \"do\": \"set\"}], \"store\": \"main\","
                        + " \"name\": \"tag\" }");

        assertThat(rule)
                .isEqualTo(new Rule(
                        "tag", "main", List.of(), 0, true, "", List.of(new RuleAction.Set("tags", "", "[\"a\",1]"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                []                                                        | it is an array instead of an object
                {"name":"a"                                               | it is no JSON, or ends too early, at line 1, column 12
                {"name":"a","store":"s"}                                  | it has no actions
                {"name":7}                                                | name is a number instead of a string
                {"nmae":"a"}                                              | nmae is not known
                {"name":"a","name":"b"}                                   | name stands there more than once
                {"order":1.5}                                             | order is no whole number of 32 bits
                {"order":3000000000}                                      | order is no whole number of 32 bits
                {"enabled":"yes"}                                         | enabled is a string instead of true or false
                {"types":["A",{}]}                                        | types, position 2 is an object instead of a string
                {"name":"a","store":"s","actions":[]}                     | it has no action
                {"name":" ","store":"s","actions":[{"do":"clear","property":"a"}]} | its name is blank
                {"actions":[{"property":"a"}]}                            | actions, position 1 has no do
                {"actions":[{"do":"sett","property":"a"}]}                | actions, position 1 has do "sett"
                {"actions":[{"do":"set","property":"a"}]}                 | actions, position 1 has no value
                {"actions":[{"do":"clear","property":"a","value":"b"}]}   | actions, position 1 has value, which is none of clear
                {"actions":[{"do":"clear","property":"a b"}]}             | "a b" is not the name of a property
                {"actions":[{"do":"clear","property":"a","language":"x_y"}]} | it is of the language "x_y"
                {"actions":[{"do":"report","severity":"BAD","message":"m"}]} | actions, position 1 has severity "BAD"
                {"actions":[{"do":"log","level":"INFO","message":" "}]}   | its message is empty
                {"name":"a,b","store":"s","actions":[{"do":"clear","property":"a"}]} | its name "a,b" holds blanks, commas
                {"actions":[{"do":"veto","code":"a b","message":"m"}]}    | its code "a b" holds blanks
                {"actions":[{"do":"run","name":"n","arguments":{"k":1}}]} | actions, position 1, arguments, k is a number
                """)
    void whatIsNoRuleIsRefusedNamingThePlace(String json, String message) {
        assertThatExceptionOfType(ProblemsException.class)
                .isThrownBy(() -> RuleJson.read(json))
                .satisfies(refused -> {
                    Problem problem = refused.problems().asList().get(0);
                    assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_RULE);
                    assertThat(problem.message()).startsWith(message);
                    assertThat(problem.fix()).isNotBlank();
                });
    }
}
