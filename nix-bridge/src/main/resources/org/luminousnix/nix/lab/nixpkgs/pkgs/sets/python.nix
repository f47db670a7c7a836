{
  beautifulsoup4 = [ "4.12.3" "mit" "https://www.crummy.com/software/BeautifulSoup/" "Reads HTML, even broken" ];
  black = [ "24.8.0" "mit" "https://github.com/psf/black" "Formats Python without discussion" { programs = [ "black" ]; mainProgram = "black"; } ];
  django = [ "4.2.16" "bsd3" "https://www.djangoproject.com/" "Framework for web sites" ];
  fastapi = [ "0.115.3" "mit" "https://github.com/fastapi/fastapi" "Framework for web interfaces" ];
  flask = [ "3.0.3" "bsd3" "https://flask.palletsprojects.com/" "Small framework for web sites" ];
  jupyterlab = [ "4.2.5" "bsd3" "https://jupyter.org/" "Notebooks with code and results" { programs = [ "jupyter-lab" ]; mainProgram = "jupyter-lab"; } ];
  matplotlib = [ "3.9.1" "psfl" "https://matplotlib.org/" "Draws diagrams" ];
  numpy = [ "1.26.4" "bsd3" "https://numpy.org/" "Arrays of numbers" ];
  pandas = [ "2.2.3" "bsd3" "https://pandas.pydata.org" "Tables of data" ];
  pillow = [ "11.0.0" "mit" "https://python-pillow.org" "Reads and changes pictures" ];
  pip = [ "24.0" "mit" "https://pip.pypa.io/" "Installs packages of Python" { programs = [ "pip" "pip3" ]; mainProgram = "pip"; } ];
  pytest = [ "8.3.3" "mit" "https://docs.pytest.org" "Runs tests" { programs = [ "pytest" ]; mainProgram = "pytest"; } ];
  requests = [ "2.32.3" "asl20" "http://docs.python-requests.org/" "Speaks HTTP" ];
  scikit-learn = [ "1.5.2" "bsd3" "https://scikit-learn.org" "Learns from data" ];
  scipy = [ "1.14.1" "bsd3" "https://scipy.org/" "Mathematics for science" ];
  torch = [ "2.5.1" "bsd3" "https://pytorch.org/" "Tensors and neural networks" ];
}
