package dev.synchronizer.cli;

import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads NAME[.PROPERTY[.SETTING]]. */
final class AddressConverter implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
        try {
            return Address.parse(text);
        } catch (ProblemsException e) {
            Problem problem = e.problems().asList().get(0);
            throw new TypeConversionException(problem.message() + "; " + problem.fix());
        }
    }
}
