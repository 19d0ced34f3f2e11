package dev.tieout.web.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says besides the calls themselves. */
@Configuration
class OpenApiDescription {

    @Bean
    OpenAPI tieoutApi() {
        var basic = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tieout")
                                .version("v1")
                                .description(
                                        "Closes Net Revenue Retention the way finance closes the books. Amounts are strings in"
                                                + " major units beside their currency; errors are RFC 9457 problems with a stable type."))
                .components(new Components().addSecuritySchemes("basic", basic))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}
