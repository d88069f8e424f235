package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentModule;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.Containers;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Searches classes for what is annotated: every class file's bytes first, and only what may matter is parsed. Changes
 * nothing but its result, so that many threads may search at once.
 */
final class PartSearch {
    private static final DescriptorSearch TYPE_OR_STEP = new DescriptorSearch(ContentType.class, Migration.class);
    private static final DescriptorSearch CONTENT_MODULE = new DescriptorSearch(ContentModule.class);

    private final ClassLookup lookup;

    /** @param lookup is asked which container holds a class, and for nothing that it remembers */
    PartSearch(ClassLookup lookup) {
        this.lookup = lookup;
    }

    /** Searches up to the first damaged entry, which is reported. */
    FoundInPart search(SearchPart part, EntryReader reader) {
        Container container = part.container();
        FoundInPart found = new FoundInPart();
        for (String className : part.classNames()) {
            try {
                byte[] bytes = container.readClass(className, reader);
                boolean packageInfo = SearchedClasses.isPackageInfo(className);
                if ((packageInfo ? CONTENT_MODULE : TYPE_OR_STEP).isIn(bytes)) {
                    read(className, packageInfo, bytes, container, found);
                }
            } catch (IOException e) {
                found.problems().add(Containers.unreadable(container.label(), String.valueOf(e.getMessage())));
                found.markDamaged();
                break;
            }
        }
        return found;
    }

    /** Each jar's package-info speaks for that jar, also where another one has a package of the same name. */
    private void read(String className, boolean packageInfo, byte[] bytes, Container container, FoundInPart found) {
        if (!packageInfo && lookup.holder(className) != container) {
            // A jar before it holds the class. Once that one is left out, this one declares the type.
            found.markDoubtful();
            DeclaredClass hidden = new ClassParser(new ArrayList<>()).parse(bytes, container.place(className));
            if (hidden != null && hidden.annotation(OurAnnotations.CONTENT_TYPE).isPresent()) {
                found.hidden().add(hidden);
            }
            return;
        }
        DeclaredClass declared = found.parser().parse(bytes, container.place(className));
        String name = className.replace('/', '.');
        if (declared == null) {
            found.sightings().put(name, new Sighting.Unreadable());
            found.markDoubtful();
        } else if (declared.name().equals(name)) {
            found.sightings().put(name, new Sighting.Found(declared, container));
        } else if (declared.isTypeOrStep()) {
            found.problems()
                    .add(new Problem(
                            ProblemCode.CLASS_UNREADABLE,
                            container.place(className),
                            "the class " + declared.name() + " does not lie in the folder of its package",
                            "give the folder or jar in which the packages start"));
            found.markDoubtful();
        }
    }
}
