package dev.tieout.web.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

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

    /** Every call may be refused, always in the same form. */
    @Bean
    OpenApiCustomizer refusals() {
        var problem = new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:tieout:problem:no-such-close"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One or two sentences for a person."))
                .addProperty("instance", new StringSchema());
        var refused = new ApiResponse()
                .description("A refusal (RFC 9457); the type is stable.")
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        return api -> {
            api.schema("Problem", problem);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(call -> call.getResponses().addApiResponse("default", refused));
        };
    }
}
