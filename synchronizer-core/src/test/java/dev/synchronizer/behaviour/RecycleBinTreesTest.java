package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.deletedWith;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Whatever came into the recycle bin, and however, can be taken out; and nothing that is outside goes with what is purged. */
class RecycleBinTreesTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, ImportLines.models(folder));
    }

    @OnEveryDatabase
    void nothingThatIsOutsideIsPurged(Product product) throws SQLException {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1)), page(3, below(2)));
            site.items().delete("Ada", id(1));
            // As imports of earlier days could leave it behind.
            takeOut(site, "N3");

            List<Problem> problems = refused(() -> site.items().purge("Ada", id(1)));

            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.ITEM_NOT_IN_BIN);
            assertThat(problems.get(0).subject()).isEqualTo("\"N3\" (" + id(3) + ")");
            assertThat(problems.get(0).message())
                    .isEqualTo("it is not in the recycle bin, and stands below \"N1\" (" + id(1) + ")");
            assertThat(site.items().find(id(3))).isPresent();
            site.items().delete("Ada", id(3));
            assertThat(site.items().purge("Ada", id(1))).isEqualTo(3);
        }
    }

    private static void takeOut(Site site, String name) throws SQLException {
        try (Connection connection = site.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update ct_item set deleted_at = null, deleted_by = null, deleted_with = null"
                    + " where name = '" + name + "'");
        }
    }

    @OnEveryDatabase
    void whatWasDeletedWithAnItemThatIsNotThereComesBackByItself(Product product) {
        try (Site site = start(product)) {
            String[] lines = {
                page(1, deletedWith(77)),
                page(2, below(1), deletedWith(77)),
                page(3, below(2), deletedWith(3)),
                page(4, deletedWith(77))
            };
            importInto(site, lines);
            String exported = export(site);

            assertThat(importInto(site, lines).unchanged()).isEqualTo(4);
            assertThat(refused(() -> site.items().restore("Ada", id(2))))
                    .extracting(Problem::subject)
                    .containsExactly("\"N1\" (" + id(1) + ")");
            assertThat(site.items().restore("Ada", id(1))).isEqualTo(2);
            assertThat(site.items().get(id(3)).deleted()).isNotNull();
            assertThat(site.items().restore("Ada", id(4))).isEqualTo(1);
            assertThat(site.items().restore("Ada", id(3))).isEqualTo(1);
            assertThat(exported).contains("\"with\":\"" + id(77));
        }
    }

    @OnEveryDatabase
    void whatWasDeletedWithAnItemThatIsOutsideComesBackByItself(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1), deletedWith(1)), page(3), page(4, below(3), deletedWith(1)));

            assertThat(site.items().restore("Ada", id(2))).isEqualTo(1);
            assertThat(site.items().restore("Ada", id(4))).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatStandsBelowAnotherItemOfTheBinStaysThere(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, deletedWith(1)), page(2, deletedWith(2)), page(3, below(2), deletedWith(1)));

            assertThat(site.items().restore("Ada", id(1))).isEqualTo(1);
            assertThat(site.items().get(id(3)).deleted()).isNotNull();
            assertThat(site.items().restore("Ada", id(2))).isEqualTo(1);
            assertThat(site.items().restore("Ada", id(3))).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void severalGoTogetherOrNoneDoes(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1)), page(3), page(4));
            site.items().delete("Ada", id(4));
            String before = export(site);

            assertThat(refused(() -> site.items().delete("Ada", List.of(id(1), id(77), id(4), id(3)))))
                    .extracting(Problem::code)
                    .containsExactlyInAnyOrder(ProblemCode.NO_SUCH_ITEM, ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().restore("Ada", List.of(id(4), id(3)))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_NOT_IN_BIN);
            assertThat(refused(() -> site.items().purge("Ada", List.of(id(4), id(3)))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_NOT_IN_BIN);
            assertThat(export(site)).isEqualTo(before);

            assertThat(site.items().delete("Ada", List.of(id(1), id(2), id(3), id(3))))
                    .containsExactly(entry(id(1), 2), entry(id(2), 0), entry(id(3), 1));
            assertThat(site.items().restore("Ada", List.of(id(1), id(2), id(4))))
                    .containsExactly(entry(id(1), 2), entry(id(2), 0), entry(id(4), 1));
            site.items().delete("Ada", id(1));
            assertThat(site.items().purge("Ada", List.of(id(3), id(1), id(2))))
                    .containsExactly(entry(id(3), 1), entry(id(1), 2), entry(id(2), 0));
            assertThat(site.items().delete("Ada", List.of())).isEmpty();
        }
    }
}
