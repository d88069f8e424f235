package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the classes that have to be searched, in parts that are worth a thread's turn.
 *
 * <p>Every package-info is among them, for the name of a module does not depend on the packages that are asked for.
 */
final class SearchedClasses {
    private static final String PACKAGE_INFO = "package-info";

    /** Few enough that no thread is long at its last one while the others have nothing left to do. */
    private static final int CLASSES_IN_A_PART = 256;

    private final List<String> packages = new ArrayList<>();

    SearchedClasses(List<String> packages) {
        packages.forEach(name -> this.packages.add(name.replace('.', '/') + "/"));
    }

    /** What may declare a type or name a module. */
    List<SearchPart> of(Container container) {
        List<String> wanted = new ArrayList<>();
        for (String className : container.classNames()) {
            if (isPackageInfo(className) || isWanted(className)) {
                wanted.add(className);
            }
        }
        return parts(container, wanted);
    }

    /** What names the modules of a container. */
    static List<SearchPart> packageInfos(Container container) {
        return parts(
                container,
                container.classNames().stream()
                        .filter(SearchedClasses::isPackageInfo)
                        .toList());
    }

    private static List<SearchPart> parts(Container container, List<String> classNames) {
        List<SearchPart> parts = new ArrayList<>();
        for (int from = 0; from < classNames.size(); from += CLASSES_IN_A_PART) {
            int to = Math.min(from + CLASSES_IN_A_PART, classNames.size());
            parts.add(new SearchPart(container, classNames.subList(from, to)));
        }
        return parts;
    }

    static boolean isPackageInfo(String className) {
        int before = className.length() - PACKAGE_INFO.length() - 1;
        return className.endsWith(PACKAGE_INFO) && (before < 0 || className.charAt(before) == '/');
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
}
