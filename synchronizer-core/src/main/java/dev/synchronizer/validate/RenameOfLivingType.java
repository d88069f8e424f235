package dev.synchronizer.validate;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** B9: a type is renamed from a name that no type has any more, and that no other type is renamed from. */
final class RenameOfLivingType implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        SortedMap<String, List<DeclaredType>> claims = new TreeMap<>();
        for (DeclaredType declared : model.types()) {
            for (String former : new LinkedHashSet<>(declared.type().formerNames())) {
                claims.computeIfAbsent(former, name -> new ArrayList<>(1)).add(declared);
            }
        }
        return claims.entrySet().stream()
                .flatMap(claim -> Stream.concat(
                        living(claim.getKey(), claim.getValue(), model), twice(claim.getKey(), claim.getValue())));
    }

    private static Stream<Problem> living(String former, List<DeclaredType> claimants, ModelIndex model) {
        List<DeclaredType> holders = model.typesByName().getOrDefault(former, List.of());
        return holders.isEmpty()
                ? Stream.empty()
                : claimants.stream().map(claimant -> problem(claimant, message(former, claimant, holders)));
    }

    private static String message(String former, DeclaredType claimant, List<DeclaredType> holders) {
        return claimant.name().equals(former)
                ? claimant + " is declared as renamed from its own name"
                : claimant + " is declared as renamed from " + former + ", which is still the name of "
                        + Wording.all(holders.stream()
                                .map(holder -> holder.className() + " in " + holder.module())
                                .toList());
    }

    private static Stream<Problem> twice(String former, List<DeclaredType> claimants) {
        if (claimants.size() < 2) {
            return Stream.empty();
        }
        String parties =
                Wording.all(claimants.stream().map(DeclaredType::toString).toList());
        return Stream.of(problem(claimants.get(0), "renamed from " + former + " is declared of " + parties));
    }

    private static Problem problem(DeclaredType subject, String message) {
        return Problem.of(ProblemCode.RENAME_OF_A_LIVING_NAME, subject.className(), message);
    }
}
