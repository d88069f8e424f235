package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.synchronizer.settings.NewSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    private final Assignments read = new Assignments(IllegalArgumentException::new);

    @Test
    void whatBelongsToAPropertyIsNamedBeforeADot() {
        read.add(List.of("displayName=a=b", "text.prompt="));
        read.addNothing(List.of("icon", " text.description"));

        assertThat(read.of(""))
                .usingRecursiveComparison()
                .isEqualTo(NewSettings.none().withText("displayName", "a=b").withNothing("icon"));
        assertThat(read.of("text"))
                .usingRecursiveComparison()
                .isEqualTo(NewSettings.none().withText("prompt", "").withNothing("description"));
        assertThat(read.of("other").isEmpty()).isTrue();
    }

    @Test
    void aNameWithTwoDotsIsRefused() {
        for (String name : List.of("a.b.c", "a..b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read.add(List.of(name + "=1")))
                    .withMessageContaining("'" + name + "' has more than one dot");
        }
    }

    @Test
    void aNameThatBeginsWithADotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.add(List.of(".required=true")))
                .withMessageContaining("'.required' begins with a dot");
        assertThatIllegalArgumentException().isThrownBy(() -> read.addNothing(List.of(".required")));
    }
}
