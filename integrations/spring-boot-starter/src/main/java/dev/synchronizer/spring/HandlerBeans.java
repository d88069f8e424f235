package dev.synchronizer.spring;

import dev.synchronizer.LateHandlers;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.SubjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The handlers, processors, validators and tasks that are beans, in their order. They are made once the content types are in step, at the first
 * save or at the end of the start, so that they may need what waits for that: items, repositories, the synchronizer itself.
 */
final class HandlerBeans implements Supplier<Optional<LateHandlers>> {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerBeans.class);

    private final ConfigurableListableBeanFactory beans;

    HandlerBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Optional<LateHandlers> get() {
        if (!isInStep()) {
            return Optional.empty();
        }
        List<SaveHandler> handlers = ordered(SaveHandler.class);
        handlers.stream().filter(HandlerBeans::servesModels).forEach(HandlerBeans::tell);
        return Optional.of(new LateHandlers(
                handlers, ordered(SaveProcessor.class), ordered(SaveValidator.class), ordered(RuleTask.class)));
    }

    private <T> List<T> ordered(Class<T> type) {
        return beans.getBeanProvider(type).orderedStream().toList();
    }

    /** What initializes it is over only when the bean is there. */
    private boolean isInStep() {
        return Arrays.stream(beans.getBeanNamesForType(ApplicationSynchronizer.class, true, false))
                .allMatch(beans::containsSingleton);
    }

    private static boolean servesModels(SaveHandler handler) {
        return handler.serves().kinds().contains(SubjectKind.MODEL);
    }

    private static void tell(SaveHandler handler) {
        LOG.info(
                "The handler {} is a bean, and not called for what the start itself commits of types; for that, have a"
                        + " SynchronizerBuilderCustomizer register it",
                handler.name());
    }
}
