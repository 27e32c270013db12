help-title = Help
help-key-choose = Choose a question
help-key-back = Back
