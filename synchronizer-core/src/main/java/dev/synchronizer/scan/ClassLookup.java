package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.Containers;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds classes by name in the containers, the first on the path, then among the JDK's own; each is read once. */
final class ClassLookup {
    private final List<Container> containers;
    private final EntryReader reader;
    private final ClassParser parser;
    private final Collection<Problem> problems;
    private final Map<String, Sighting> sightings = new HashMap<>();

    ClassLookup(Containers containers, Collection<Problem> problems) {
        this.containers = containers.all();
        this.reader = containers.reader();
        this.parser = new ClassParser(problems);
        this.problems = problems;
    }

    /** Finds a class by its binary name. */
    Sighting find(String name) {
        Sighting known = sightings.get(name);
        if (known == null) {
            known = look(name);
            sightings.put(name, known);
        }
        return known;
    }

    /** The class of that binary name, or null if it is absent or unreadable. */
    @Nullable
    DeclaredClass declared(String name) {
        return find(name) instanceof Sighting.Found found ? found.declared() : null;
    }

    /** Remembers what the search for types has read already. */
    void remember(String name, Sighting sighting) {
        sightings.put(name, sighting);
    }

    /** The first container that holds a class of that internal name, or null. */
    @Nullable
    Container holder(String className) {
        for (Container container : containers) {
            if (container.holds(className)) {
                return container;
            }
        }
        return null;
    }

    private Sighting look(String name) {
        String className = name.replace('.', '/');
        Container holder = name.startsWith("java.") ? null : holder(className);
        return holder == null ? lookInJdk(className) : read(holder, className);
    }

    private Sighting read(Container holder, String className) {
        try {
            DeclaredClass declared = parser.parse(holder.readClass(className, reader), holder.place(className));
            return declared == null ? new Sighting.Unreadable() : new Sighting.Found(declared, holder);
        } catch (IOException e) {
            problems.add(Containers.unreadable(holder.place(className), String.valueOf(e.getMessage())));
            return new Sighting.Unreadable();
        }
    }

    private static Sighting lookInJdk(String className) {
        try (InputStream stream = ClassLoader.getPlatformClassLoader().getResourceAsStream(className + ".class")) {
            return stream == null
                    ? new Sighting.Absent()
                    : new Sighting.Found(ClassParser.parseOfJdk(stream.readAllBytes()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
