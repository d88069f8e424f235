package dev.synchronizer.spring;

import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There is a data source: one that everybody may use, or one that is marked, which may be kept from all others. */
final class OnDataSource extends AnyNestedCondition {
    OnDataSource() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(DataSource.class)
    static final class ForEverybody {}

    @Conditional(Marked.class)
    static final class ForContentTypes {}

    /** {@link ConditionalOnBean} looks away from beans that are not candidates by default. */
    static final class Marked extends SpringBootCondition implements ConfigurationCondition {
        @Override
        public ConfigurationPhase getConfigurationPhase() {
            return ConfigurationPhase.REGISTER_BEAN;
        }

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
            boolean marked = Arrays.stream(
                            BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class, true, false))
                    .anyMatch(name -> beans.findAnnotationOnBean(name, SynchronizerDataSource.class, false) != null);
            return new ConditionOutcome(
                    marked,
                    ConditionMessage.of((marked ? "found a" : "no") + " data source with @SynchronizerDataSource"));
        }
    }
}
