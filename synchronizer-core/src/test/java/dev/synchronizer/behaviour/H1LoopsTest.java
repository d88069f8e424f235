package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** H: in whatever way servers tell each other, an edit is made once on each, and comes to an end. */
class H1LoopsTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    /** Who tells whom. */
    private record Way(String from, String to) {}

    private static List<Way> ways(String text) {
        List<Way> ways = new ArrayList<>();
        for (String way : text.split(" ")) {
            ways.add(new Way(way.substring(0, way.indexOf('>')), way.substring(way.indexOf('>') + 1)));
        }
        return ways;
    }

    @OnEveryDatabase
    void aPairEnds(Product product) {
        ends(product, "a>b b>a");
    }

    @OnEveryDatabase
    void aCircleEnds(Product product) {
        ends(product, "a>b b>c c>a");
    }

    @OnEveryDatabase
    void aStarEnds(Product product) {
        ends(product, "hub>a hub>b hub>c a>hub b>hub c>hub");
    }

    @OnEveryDatabase
    void aMeshWithTwoPathsEnds(Product product) {
        ends(product, "a>b a>c b>a b>d c>a c>d d>b d>c");
    }

    private void ends(Product product, String text) {
        List<Way> ways = ways(text);
        try (Servers all = new Servers()) {
            Map<String, Server> servers = new LinkedHashMap<>();
            ways.forEach(way -> servers.computeIfAbsent(way.from(), name -> all.start(name, product, models())));
            ways.forEach(way -> servers.get(way.from()).tells(servers.get(way.to())));
            List<Item> made = new ArrayList<>();
            servers.values().forEach(server -> made.add(server.create("Article", "By " + server.name())));
            settle(servers, ways);
            Server first = servers.values().iterator().next();
            for (Item item : made) {
                first.site().items().save("Ada", first.get(item.id()).with("title", "Edited"));
            }
            settle(servers, ways);
            Server last = new ArrayList<>(servers.values()).get(servers.size() - 1);
            last.site().items().delete("Ada", made.get(0).id());
            settle(servers, ways);

            for (Server server : servers.values()) {
                for (Item item : made) {
                    Item there = server.site().items().find(item.id()).orElseThrow();
                    assertThat(there.values().get("title")).as(server.name()).contains("Edited");
                    assertThat(there.isDeleted())
                            .isEqualTo(item.id().equals(made.get(0).id()));
                    assertThat(there.revision())
                            .as("saved once each time on " + server.name())
                            .isLessThanOrEqualTo(3);
                }
                assertThat(server.site().items().count(ItemQuery.all())).isEqualTo(made.size() - 1L);
            }
        }
    }

    /** Nobody sends anything any more before as many rounds as there are ways. */
    private static void settle(Map<String, Server> servers, List<Way> ways) {
        for (int round = 0; round <= ways.size(); round++) {
            ways.forEach(way -> servers.get(way.from()).run(servers.get(way.to())));
            if (servers.values().stream().allMatch(server -> server.open() == 0)) {
                return;
            }
        }
        throw new AssertionError("tasks go on and on");
    }
}
