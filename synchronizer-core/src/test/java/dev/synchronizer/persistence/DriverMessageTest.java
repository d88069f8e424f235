package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriverMessageTest {
    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        "ERROR: relation \"ct_x\" does not exist\n  Position: 15", "relation \"ct_x\" does not exist"),
                Arguments.of(
                        "FEHLER: Relation »ct_x« existiert nicht\n  Stelle: 15", "Relation »ct_x« existiert nicht"),
                Arguments.of(
                        "FATAL: password authentication failed for user \"joe\"",
                        "password authentication failed for user \"joe\""),
                Arguments.of(
                        "ERROR: duplicate key\n  Detail: Key (id)=(1) already exists.\n  Where: COPY t, line 1",
                        "duplicate key Detail: Key (id)=(1) already exists"),
                Arguments.of(
                        "(conn=9) Data too long for column 'name' at row 1",
                        "Data too long for column 'name' at row 1"),
                Arguments.of(
                        "Table \"CT_X\" not found; SQL statement:\nselect *\nfrom ct_x [42102-252]",
                        "Table \"CT_X\" not found"),
                Arguments.of(
                        "Database may be already in use: \"x.mv.db\". [90020-252]",
                        "Database may be already in use: \"x.mv.db\""),
                Arguments.of("URL: is wrong", "URL: is wrong"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatDriversSayIsStrippedOfWhatNobodyNeeds(String said, String shown) {
        assertThat(DriverMessage.of(new RuntimeException("around it", new SQLException(said))))
                .isEqualTo(shown);
    }
}
