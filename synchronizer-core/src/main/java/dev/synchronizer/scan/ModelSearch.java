package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentModule;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Searches containers for what is annotated: every class file's bytes first, and only what may matter is parsed. */
final class ModelSearch {
    private static final String PACKAGE_INFO = "package-info";

    private final DescriptorSearch contentType = new DescriptorSearch(ContentType.class);
    private final DescriptorSearch contentModule = new DescriptorSearch(ContentModule.class);
    private final List<String> packages = new ArrayList<>();
    private final ClassLookup lookup;
    private final ClassParser parser;
    private final Collection<Problem> problems;

    ModelSearch(List<String> packages, ClassLookup lookup, ClassParser parser, Collection<Problem> problems) {
        packages.forEach(name -> this.packages.add(name.replace('.', '/') + "/"));
        this.lookup = lookup;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Reads a container up to its first damaged entry, which is reported.
     *
     * <p>Every package-info is looked at, for the name of a module does not depend on the packages that are asked for.
     */
    FoundInContainer search(Container container) {
        return search(container, true);
    }

    /** Reads only what names the modules of a container. */
    FoundInContainer searchModules(Container container) {
        return search(container, false);
    }

    private FoundInContainer search(Container container, boolean types) {
        FoundInContainer found = new FoundInContainer(container);
        for (String className : container.classNames()) {
            boolean packageInfo = className.endsWith(PACKAGE_INFO) && isPackageInfo(className);
            if (packageInfo || types && isWanted(className)) {
                try {
                    byte[] bytes = container.readClass(className);
                    if ((packageInfo ? contentModule : contentType).isIn(bytes)) {
                        add(className, packageInfo, bytes, found);
                    }
                } catch (IOException e) {
                    problems.add(Containers.unreadable(container.label(), String.valueOf(e.getMessage())));
                    found.markDoubtful();
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isPackageInfo(String className) {
        int before = className.length() - PACKAGE_INFO.length() - 1;
        return before < 0 || className.charAt(before) == '/';
    }

    private boolean isWanted(String className) {
        if (packages.isEmpty()) {
            return true;
        }
        for (String name : packages) {
            if (className.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /** Each jar's package-info speaks for that jar, also where another one has a package of the same name. */
    private void add(String className, boolean packageInfo, byte[] bytes, FoundInContainer found) {
        Container container = found.container();
        if (!packageInfo && lookup.holder(className) != container) {
            // A jar before it holds the class. Once that one is left out, this one declares the type.
            found.markDoubtful();
            return;
        }
        DeclaredClass declared = parser.parse(bytes, container.place(className));
        String name = className.replace('/', '.');
        if (declared == null) {
            lookup.remember(name, new Sighting.Unreadable());
            found.markDoubtful();
        } else if (declared.name().equals(name)) {
            lookup.remember(name, new Sighting.Found(declared, container));
            found.add(declared);
        } else if (declared.annotation(OurAnnotations.CONTENT_TYPE).isPresent()) {
            problems.add(new Problem(
                    ProblemCode.CLASS_UNREADABLE,
                    container.place(className),
                    "the class " + declared.name() + " does not lie in the folder of its package",
                    "give the folder or jar in which the packages start"));
            found.markDoubtful();
        }
    }
}
