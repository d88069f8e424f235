package dev.synchronizer.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands in an object of a model class where there is no value. */
class JavaValuesTest {
    @Test
    void primitivesAreAsJavaBeginsThemEvenThoseThatNoPropertyHas() {
        assertThat(JavaValues.nothing(boolean.class)).isEqualTo(false);
        assertThat(JavaValues.nothing(int.class)).isEqualTo(0);
        assertThat(JavaValues.nothing(double.class)).isEqualTo(0.0);
        assertThat(JavaValues.nothing(char.class)).isEqualTo('\0');
        assertThat(JavaValues.nothing(byte.class)).isEqualTo((byte) 0);
        assertThat(JavaValues.nothing(short.class)).isEqualTo((short) 0);
    }

    @Test
    void collectionsAreEmptyAndAllElseIsNull() {
        assertThat(JavaValues.nothing(List.class)).isEqualTo(List.of());
        assertThat(JavaValues.nothing(Set.class)).isEqualTo(Set.of());
        assertThat(JavaValues.nothing(Integer.class)).isNull();
        assertThat(JavaValues.nothing(String.class)).isNull();
    }
}
