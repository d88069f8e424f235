package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.problem.ProblemsException;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Ends the start of an application whose handlers are not as they have to be, and has the others told of other nodes' saves. */
final class HandlersAtStart implements SmartInitializingSingleton {
    private final Synchronizer synchronizer;

    HandlersAtStart(Synchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    /** @throws WrongHandlersException if one of them is refused */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            synchronizer.requireHandlers();
        } catch (ProblemsException e) {
            throw new WrongHandlersException(e);
        }
    }
}
