package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** B9: a property is renamed from a name that its type does not use otherwise. */
final class RenameOfLivingProperty implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        PropertyClashes living = new PropertyClashes();
        PropertyClashes twice = new PropertyClashes();
        for (DeclaredType declared : model.types()) {
            claims(declared.type()).forEach((former, claimants) -> {
                collectLiving(declared.type(), former, claimants, living);
                if (claimants.size() > 1) {
                    twice.add(declared.type(), claimants);
                }
            });
        }
        return Stream.concat(
                living.problems(ProblemCode.RENAME_OF_A_LIVING_NAME, RenameOfLivingProperty::livingMessage),
                twice.problems(ProblemCode.RENAME_OF_A_LIVING_NAME, RenameOfLivingProperty::twiceMessage));
    }

    private static Map<String, List<PropertyModel>> claims(TypeModel type) {
        Map<String, List<PropertyModel>> claims = new LinkedHashMap<>();
        for (PropertyModel property : type.properties()) {
            for (String former : new LinkedHashSet<>(property.formerNames())) {
                claims.computeIfAbsent(former, name -> new ArrayList<>(1)).add(property);
            }
        }
        return claims;
    }

    private static void collectLiving(
            TypeModel type, String former, List<PropertyModel> claimants, PropertyClashes living) {
        type.property(former).ifPresent(holder -> claimants.forEach(claimant -> living.add(type, claimant, holder)));
    }

    private static String livingMessage(List<PropertyModel> parties) {
        PropertyModel claimant = parties.get(0);
        PropertyModel holder = parties.get(1);
        return claimant.name().equals(holder.name())
                ? PropertyClashes.party(claimant) + " is declared as renamed from its own name"
                : PropertyClashes.party(claimant) + " is declared as renamed from " + holder.name()
                        + ", which is still declared in " + holder.declaredIn();
    }

    private static String twiceMessage(List<PropertyModel> claimants) {
        List<String> shared = new ArrayList<>(claimants.get(0).formerNames());
        claimants.forEach(claimant -> shared.retainAll(claimant.formerNames()));
        return "renamed from " + Wording.all(shared.stream().distinct().toList()) + " is declared of "
                + Wording.all(claimants.stream().map(PropertyClashes::party).toList());
    }
}
