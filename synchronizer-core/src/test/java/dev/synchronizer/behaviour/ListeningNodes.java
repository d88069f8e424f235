package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;

import dev.synchronizer.SynchronizerBuilder;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Nodes that listen to what others save. */
final class ListeningNodes {
    private ListeningNodes() {}

    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + "@Property(localized = true) "
                        + property("String", "teaser") + "}",
                "@ContentType public class Topic {" + property("String", "title") + "}");
    }

    /** Another node that listens from now on. */
    static Site another(Site site, Consumer<SynchronizerBuilder> configuration, Path models) {
        Site node = site.another(configuration, models);
        node.synchronizer().catchUp();
        return node;
    }

    /** How many events there are. */
    static long announced(Site site) {
        return Rows.counted(site.database()).getOrDefault("ct_node_event", -1L);
    }
}
