package dev.synchronizer.bean;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.lang.reflect.InvocationTargetException;

/** What is wrong with classes as whose objects items are wanted. */
public final class BeanProblems {
    private BeanProblems() {}

    /** Items cannot be had as objects of a class. */
    public static ProblemsException noAccess(Class<?> type, String message) {
        return new ProblemsException(Problem.of(ProblemCode.NO_TYPED_ACCESS, type.getName(), message), null);
    }

    /** Code of a model class has thrown something. */
    static ProblemsException failed(Class<?> type, String code, InvocationTargetException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof VirtualMachineError error) {
            throw error;
        }
        return new ProblemsException(
                new Problem(
                        ProblemCode.NO_TYPED_ACCESS,
                        type.getName(),
                        code + " failed with " + cause,
                        "let the class take and give every value that an item can have, be it none at all"),
                cause);
    }
}
