package dev.tieout.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Problem answers for requests to the API that no controller takes: an unknown address, a method or a media type it does not have, a form too
 * large to be taken apart. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnansweredRequests {

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        NoResourceFoundException.class,
        MaxUploadSizeExceededException.class
    })
    ResponseEntity<ProblemDetail> unanswered(Exception unanswered, HttpServletRequest request) throws Exception {
        if (!(unanswered instanceof ErrorResponse answer)
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw unanswered;
        }
        var problem = answer.getBody();
        ProblemAnswers.typed(problem);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
