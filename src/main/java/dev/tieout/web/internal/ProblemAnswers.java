package dev.tieout.web.internal;

import dev.tieout.terms.Refusal;
import java.net.URI;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal of the API as {@code application/problem+json} with a stable type, and never shows a stack trace. */
@RestControllerAdvice(basePackages = "dev.tieout")
@Order(0)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String TYPES = "urn:tieout:problem:";

    /** SQL states of a character that the encoding, or JSON in the database, does not have. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private static final Map<Refusal.Kind, HttpStatus> STATUS = Map.of(
            Refusal.Kind.INVALID, HttpStatus.BAD_REQUEST,
            Refusal.Kind.FORBIDDEN, HttpStatus.FORBIDDEN,
            Refusal.Kind.MISSING, HttpStatus.NOT_FOUND,
            Refusal.Kind.CONFLICT, HttpStatus.CONFLICT,
            Refusal.Kind.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var answer = problem(
                STATUS.getOrDefault(refusal.kind(), HttpStatus.BAD_REQUEST), refusal.type(), refusal.sentence());
        var said = answer.getBody();
        if (said != null) {
            refusal.way().ifPresent(page -> said.setProperty("way", "/" + page));
        }
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingFailureException collision) {
        return problem(
                HttpStatus.CONFLICT, "changed-meanwhile", "Someone else changed this at the same time. Read it again.");
    }

    /** Also when the connection broke during the commit, and nobody knows whether that came through. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(RuntimeException away) {
        LOG.error("the database does not answer", away);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The database does not answer just now. Look whether this was done before you ask again.");
    }

    /** PostgreSQL's texts hold every character but NUL; JSON and addresses can spell it all the same. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException refused
                        && UNSTORABLE.contains(String.valueOf(refused.getSQLState()))
                ? problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The request holds a character that no text of Tieout has, such as NUL.")
                : unexpected(failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception bug) {
        LOG.error("unexpected failure in a request", bug);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong inside Tieout; nothing was changed. The log holds the cause.");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<String> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted(Comparator.naturalOrder())
                .toList();
        return asObject(problem(HttpStatus.BAD_REQUEST, "invalid-request", String.join("; ", fields) + "."));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return asObject(problem(
                HttpStatus.BAD_REQUEST, "unreadable-request", "The body is not the JSON that this call takes."));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException large, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(problem(HttpStatus.CONTENT_TOO_LARGE, "file-too-large", "The file is larger than allowed."));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<String> parameters = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> result.getMethodParameter().getParameterName() + " " + error.getDefaultMessage()))
                .sorted()
                .toList();
        return asObject(problem(HttpStatus.BAD_REQUEST, "invalid-request", String.join("; ", parameters) + "."));
    }

    /** Whatever else Spring refuses gets a type as well. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = super.handleExceptionInternal(refused, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            typed(problem);
        }
        return answer;
    }

    /** Names the type of a problem that has none, by its status. */
    static void typed(ProblemDetail problem) {
        if (problem.getType() == null || "about:blank".equals(problem.getType().toString())) {
            problem.setType(URI.create(TYPES
                    + switch (problem.getStatus()) {
                        case 404 -> "no-such-address";
                        case 405 -> "method-not-allowed";
                        case 406 -> "not-acceptable";
                        case 413 -> "file-too-large";
                        case 415 -> "unsupported-media-type";
                        default -> "invalid-request";
                    }));
        }
    }

    private static ResponseEntity<Object> asObject(ResponseEntity<ProblemDetail> problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create(TYPES + type));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
