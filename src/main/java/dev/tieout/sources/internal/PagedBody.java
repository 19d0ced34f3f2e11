package dev.tieout.sources.internal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A text that is made while it is read: of its pages one is in memory. */
final class PagedBody extends InputStream {

    private final Iterator<String> pages;
    private byte[] page = {};
    private int position;

    PagedBody(Iterator<String> pages) {
        this.pages = pages;
    }

    @Override
    public int read() {
        return isOver() ? -1 : page[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int count = Math.min(length, page.length - position);
        System.arraycopy(page, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return page.length - position;
    }

    private boolean isOver() {
        while (position == page.length && pages.hasNext()) {
            page = pages.next().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return position == page.length;
    }
}
