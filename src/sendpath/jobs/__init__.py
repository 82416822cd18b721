"""Work done after the page has answered: a queue, its worker, and what runs each night."""
