package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;

public final class DescribableModel<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private DescribableModel() {}

    public static UninstantiatedDescribable uninstantiate2_(Object o) {
        throw new UnsupportedOperationException();
    }
}
