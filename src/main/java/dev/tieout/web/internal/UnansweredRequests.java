package dev.tieout.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Problem answers for requests to the API that no controller takes: an unknown address, a method or a media type it does not have, a form too
 * large to be taken apart. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnansweredRequests {

    /** A form that cannot be taken apart; one that is too large says so below. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MultipartException malformed, HttpServletRequest request) throws Exception {
        if (!isApi(request)) {
            throw malformed;
        }
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The body is not the form with a file that this call takes.");
        ProblemAnswers.typed(problem);
        return answered(ResponseEntity.badRequest(), problem);
    }

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        NoResourceFoundException.class,
        MaxUploadSizeExceededException.class
    })
    ResponseEntity<ProblemDetail> unanswered(Exception unanswered, HttpServletRequest request) throws Exception {
        if (!(unanswered instanceof ErrorResponse answer) || !isApi(request)) {
            throw unanswered;
        }
        var problem = answer.getBody();
        ProblemAnswers.typed(problem);
        return answered(ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()), problem);
    }

    private static ResponseEntity<ProblemDetail> answered(ResponseEntity.BodyBuilder answer, ProblemDetail problem) {
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
